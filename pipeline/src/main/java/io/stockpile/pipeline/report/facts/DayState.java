package io.stockpile.pipeline.report.facts;

import java.util.Locale;

/** The state of a day of a series. If several apply, the first of this list counts. */
public enum DayState {
  UNREADABLE("a manifest cannot be read"),
  TORN("being replaced when something stopped"),
  INCOMPLETE("some minutes did not come"),
  LANDED("the bytes are here, the tables are not"),
  ABSENT("the source does not have it"),
  MISSING("nothing is known of it"),
  PART("part of the day was asked for, and all of that is here"),
  COMPLETE("all of it is here");

  private final String meaning;

  DayState(String meaning) {
    this.meaning = meaning;
  }

  /** The state as a word, such as {@code complete}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String meaning() {
    return meaning;
  }
}
