package io.stockpile.connectors.replay.attempts;

import io.stockpile.connectors.replay.attempts.ReplayEnding.Completed;
import io.stockpile.connectors.replay.attempts.ReplayEnding.CompletedWithErrors;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Disconnected;
import io.stockpile.connectors.replay.attempts.ReplayEnding.FailedToComplete;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Refused;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import io.stockpile.connectors.replay.units.MinuteState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which minutes of a range are complete after some attempts, and what to ask for next. A function
 * of its arguments alone; immutable.
 *
 * <p>A minute is complete when an attempt that asked for it ended with the service's word that it
 * was sent, or when a disconnected attempt was past it by more than a minute: the order inside a
 * minute is not guaranteed, so the newest minute seen and the one before it are asked for again.
 * Minutes of which nothing came, while the others had plenty, may have failed, which the service
 * says at the end alone: they are asked for once more, and complete if nothing comes again. Where
 * fewer activities were received than the service says it sent, all minutes of that attempt are
 * asked for once more; if the next attempt at them is short too, they are taken for complete, with
 * a warning.
 */
public final class RangeCoverage {
  private final MinuteRange range;
  private final List<ReplayAttempt> attempts;
  private final List<String> warnings = new ArrayList<>();
  private MinuteSet complete = MinuteSet.empty();
  private MinuteSet doubtful = MinuteSet.empty();
  private boolean advanced = true;

  private RangeCoverage(MinuteRange range, List<ReplayAttempt> attempts) {
    this.range = range;
    this.attempts = List.copyOf(attempts);
    this.attempts.forEach(this::account);
  }

  /**
   * The coverage of a range by attempts.
   *
   * @param attempts in the order in which they were made
   */
  public static RangeCoverage of(MinuteRange range, List<ReplayAttempt> attempts) {
    return new RangeCoverage(range, attempts);
  }

  /** The minutes of the range that are complete. */
  public MinuteSet complete() {
    return complete;
  }

  /** The minutes of the range that are missing. */
  public MinuteSet missing() {
    return MinuteSet.of(range).minus(complete);
  }

  /** Whether the last attempt brought the range further; true as long as there is none. */
  public boolean advanced() {
    return advanced;
  }

  /** Counts that do not agree, each with both numbers, for messages. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * The fewest requests that ask for everything that is missing and can be had. Requests are what
   * is scarce, so one may run over complete minutes between missing ones.
   *
   * @param obtainable what can be had now
   * @param maxMinutes the longest request
   */
  public List<MinuteRange> nextRequests(MinuteSet obtainable, int maxMinutes) {
    return missing().intersection(obtainable).fewestRanges(maxMinutes);
  }

  /** The state of every minute, in as few runs of like minutes as there are. */
  public List<MinuteState> minutes() {
    List<MinuteState> states = new ArrayList<>();
    for (Instant minute = range.from();
        minute.isBefore(range.to());
        minute = minute.plus(1, ChronoUnit.MINUTES)) {
      Instant at = minute;
      int asked =
          (int) attempts.stream().filter(attempt -> attempt.requested().contains(at)).count();
      MinuteState state =
          new MinuteState(
              new MinuteRange(at, at.plus(1, ChronoUnit.MINUTES)), complete.contains(at), asked);
      int last = states.size() - 1;
      if (last >= 0 && states.get(last).joins(state)) {
        states.set(last, states.get(last).joined(state));
      } else {
        states.add(state);
      }
    }
    return List.copyOf(states);
  }

  private void account(ReplayAttempt attempt) {
    MinuteSet before = complete;
    MinuteSet doubtfulBefore = doubtful;
    MinuteSet proven = proven(attempt).intersection(MinuteSet.of(range));
    OptionalLong stated = attempt.ending().activityCount();
    if (stated.isPresent() && attempt.received() < stated.getAsLong()) {
      shortfall(attempt, proven, stated.getAsLong());
    } else {
      if (stated.isPresent() && attempt.received() > stated.getAsLong()) {
        warnings.add(counts(attempt, stated.getAsLong()) + " They are all kept, each once.");
      }
      MinuteSet quiet = quiet(attempt).intersection(proven).minus(doubtful);
      complete = complete.union(proven.minus(quiet));
      doubtful = doubtful.union(quiet).minus(complete);
    }
    advanced = !complete.equals(before) || !doubtful.equals(doubtfulBefore);
  }

  private void shortfall(ReplayAttempt attempt, MinuteSet proven, long stated) {
    MinuteSet shortAgain = proven.intersection(doubtful);
    if (!shortAgain.isEmpty()) {
      warnings.add(
          counts(attempt, stated)
              + " The attempt before was short as well, so the service's count is not believed any"
              + " more.");
    }
    complete = complete.union(shortAgain);
    doubtful = doubtful.union(proven).minus(complete);
  }

  private static String counts(ReplayAttempt attempt, long stated) {
    return "Attempt "
        + attempt.attempt()
        + " ("
        + attempt.requested()
        + ") received "
        + attempt.received()
        + " activities, but the service says that it sent "
        + stated
        + ".";
  }

  /** Minutes that are asked for once more, because no answer brought them. */
  private static MinuteSet quiet(ReplayAttempt attempt) {
    return attempt.ending() instanceof Disconnected disconnected
        ? disconnected.quiet()
        : MinuteSet.empty();
  }

  /** What the ending alone proves. */
  private static MinuteSet proven(ReplayAttempt attempt) {
    MinuteSet asked = MinuteSet.of(attempt.requested());
    ReplayEnding ending = attempt.ending();
    if (ending instanceof Completed) {
      return asked;
    }
    if (ending instanceof CompletedWithErrors errors) {
      return asked.minus(errors.failed());
    }
    if (ending instanceof FailedToComplete failed) {
      return asked.minus(failed.unprocessed());
    }
    if (ending instanceof Disconnected disconnected) {
      return disconnected.after().map(minute -> before(attempt, minute)).orElse(MinuteSet.empty());
    }
    if (ending instanceof Refused) {
      return MinuteSet.empty();
    }
    throw new IllegalStateException("No such ending: " + ending);
  }

  /** The minutes that cannot get any more activities once one of the newest minute was seen. */
  private static MinuteSet before(ReplayAttempt attempt, Instant newest) {
    Instant end = newest.minus(1, ChronoUnit.MINUTES);
    Instant from = attempt.requested().from();
    return Optional.of(end)
        .filter(from::isBefore)
        .map(to -> MinuteSet.of(new MinuteRange(from, to)))
        .orElse(MinuteSet.empty());
  }
}
