package io.stockpile.pipeline.jobs;

import java.time.LocalDate;

/**
 * What {@code status} tells of one unit, or of one day that no unit covers.
 *
 * @param unit its name; empty for a day that is missing
 * @param from the first day
 * @param to the first day after it
 * @param bytes size of what was derived
 * @param landedBytes size of what was landed
 */
record HeldUnit(
    String source,
    String type,
    String unit,
    LocalDate from,
    LocalDate to,
    State state,
    long rows,
    long rejected,
    long bytes,
    long landedBytes) {

  /** The one state that a day has. */
  enum State {
    /** All of it is held. */
    COMPLETE("complete"),
    /** The service had it not. */
    ABSENT("absent"),
    /** Its bytes are there, its tables not yet. */
    LANDED("landed"),
    /** It was being replaced when something stopped; the next run does it again. */
    TORN("torn"),
    /** Its manifest cannot be read. */
    UNREADABLE("unreadable"),
    /** Nothing is known of it. */
    MISSING("missing");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static HeldUnit nothing(
      String source, String type, String unit, LocalDate from, LocalDate to, State state) {
    return new HeldUnit(source, type, unit, from, to, state, 0, 0, 0, 0);
  }

  /** Whether the other follows at once and is in the same state. */
  boolean continuedBy(HeldUnit next) {
    return source.equals(next.source)
        && type.equals(next.type)
        && to.equals(next.from)
        && state == next.state;
  }
}
