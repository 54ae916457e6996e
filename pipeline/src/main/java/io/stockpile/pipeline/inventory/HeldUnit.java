package io.stockpile.pipeline.inventory;

import io.stockpile.pipeline.manifest.ReplayAccount;
import java.time.Instant;
import java.util.List;

/**
 * What {@code status} tells of one unit, or of time that no unit covers.
 *
 * @param unit its name; empty for time that no unit covers
 * @param from the first instant
 * @param to the first instant after it
 * @param bytes size of what was derived
 * @param landedBytes size of what was landed
 * @param minutes the state of every minute, for Replay; empty for another source
 */
public record HeldUnit(
    String series,
    String unit,
    Instant from,
    Instant to,
    State state,
    long rows,
    long rejected,
    long bytes,
    long landedBytes,
    List<ReplayAccount.Minutes> minutes) {

  public HeldUnit {
    minutes = List.copyOf(minutes);
  }

  /** The one state that a day, or a span of minutes, has. */
  public enum State {
    /** All of it is held. */
    COMPLETE("complete"),
    /** Some of its minutes are missing. */
    INCOMPLETE("incomplete"),
    /** The service had it not. */
    ABSENT("absent"),
    /** Its bytes are there, its tables not yet. */
    LANDED("landed"),
    /** It was being replaced when something stopped; the next run does it again. */
    TORN("torn"),
    /** Its manifest cannot be read, or what is written down of the answers to its requests. */
    UNREADABLE("unreadable"),
    /** Nothing is known of it. */
    MISSING("missing");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  static HeldUnit nothing(String series, String unit, Instant from, Instant to, State state) {
    return new HeldUnit(series, unit, from, to, state, 0, 0, 0, 0, List.of());
  }

  /** {@code firestream} or {@code replay}. */
  public String source() {
    return series.substring(0, series.indexOf('/'));
  }

  /** Whether the other follows at once and is in the same state. */
  public boolean continuedBy(HeldUnit next) {
    return series.equals(next.series) && to.equals(next.from) && state == next.state;
  }

  /** Whether it has an instant in common with the days. */
  boolean touches(DayRange days) {
    return from.isBefore(days.end()) && days.start().isBefore(to);
  }
}
