package io.stockpile.connectors.replay;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.units.MinuteRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a range that Replay has at a moment. It has the last five days, up to a range that
 * begins 31 minutes ago and ends 30 minutes ago.
 *
 * @param gone the part that is not available any more
 * @param obtainable the part that is available now
 * @param notYet the part that is not available yet
 */
public record Availability(
    Optional<MinuteRange> gone, Optional<MinuteRange> obtainable, Optional<MinuteRange> notYet) {
  private static final Duration KEPT_FOR = Duration.ofDays(5);
  private static final Duration END_LAG = Duration.ofMinutes(30);

  /** Splits a range by what is available at a moment. */
  public static Availability of(MinuteRange range, Instant now) {
    Instant oldest = Minutes.ceiling(now.minus(KEPT_FOR));
    // A range of whole minutes that ends 30 minutes ago begins at least 31 minutes ago.
    Instant end = Minutes.floor(now.minus(END_LAG));
    return new Availability(
        part(range.from(), earlier(range.to(), oldest)),
        part(later(range.from(), oldest), earlier(range.to(), end)),
        part(later(range.from(), end), range.to()));
  }

  /** When Replay drops a minute. */
  public static Instant forgottenAt(Instant minute) {
    return minute.plus(KEPT_FOR);
  }

  /** When the whole range becomes available, unless Replay has dropped a part of it by then. */
  public static Instant obtainableAt(MinuteRange range) {
    return range.to().plus(END_LAG);
  }

  /** A sentence for each part that is not available. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    gone.ifPresent(
        range ->
            notices.add(
                range
                    + " cannot be had any more: Replay keeps five days, so the last of it could be"
                    + " had until "
                    + Minutes.text(forgottenAt(range.to().minusSeconds(60)))
                    + "."));
    notYet.ifPresent(
        range ->
            notices.add(
                range
                    + " cannot be had yet: Replay is 30 minutes behind, so all of it can be had"
                    + " from "
                    + Minutes.text(obtainableAt(range))
                    + " on."));
    return List.copyOf(notices);
  }

  private static Optional<MinuteRange> part(Instant from, Instant to) {
    return from.isBefore(to) ? Optional.of(new MinuteRange(from, to)) : Optional.empty();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
