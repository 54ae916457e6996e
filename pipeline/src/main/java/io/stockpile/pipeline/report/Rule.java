package io.stockpile.pipeline.report;

import java.util.Locale;

/**
 * The rules, in the order in which findings of one severity are listed. Their words must not
 * change, because scripts and alerts depend on them.
 */
public enum Rule {
  MINUTES_MISSING(
      "Minutes missing",
      "A range was asked for and some of its minutes did not come. While the source still has"
          + " them, they need a hand; once it has forgotten them, they are only noted."),
  DAY_MISSING("Day missing", "Days before and after are here; of these nothing is known."),
  DAY_ABSENT(
      "Day absent",
      "The source said that it does not have the day. Once it has said so in three runs or more, a"
          + " week or more apart, the day is only noted."),
  ID_RANGE_MISSING(
      "Ids missing",
      "Where records are asked for by their ids, ids between those that are held were never brought"
          + " in. As long as the source was not asked for them, or shows records that old, they"
          + " need a hand; once it has shown that it goes back no further, they are only noted."
          + " Records of other series have some of these ids, so there are fewer records than"
          + " ids."),
  VOLUME_LOW(
      "Far fewer lines than expected",
      "A complete day is compared with the median of the same weekday in the four weeks before and"
          + " after it. It is named when it has less than a quarter of that and lies more than four"
          + " of their spreads (median deviation of the logarithms, at least 25%) below. Where"
          + " fewer than three such days are here, the seven days on both sides count instead: less"
          + " than an eighth of their median, and less than half of the least of them. A day that"
          + " is about as quiet as the quietest weekday around it, as a public holiday is, is"
          + " only noted. No calendar of holidays is used."),
  UNIT_TORN("Replacement interrupted", "The unit was being replaced when something stopped."),
  UNIT_LANDED("Landed, but no tables", "The bytes are here; the tables were not built yet."),
  UNIT_UNREADABLE(
      "Manifest unreadable", "What proves the unit cannot be read, so nothing is known of it."),
  SERIES_STOPPED(
      "Nothing new",
      "The newest day that is here ended more than two days and less than 45 days ago, and a"
          + " regular run would have brought more."),
  RANGE_MISSING(
      "Time between ranges",
      "Ranges before and after are here; this one was never asked for, or nothing came of it."),
  IDS_THIN(
      "Fewer ids than expected",
      "Ids of this table rise by one for each new object of the whole platform. A day is named when"
          + " the share of its ids that are here, between its least and its greatest, is less than"
          + " half of the median share of the days around it and more than four spreads below."),
  IDS_HOLE(
      "Hole in the ids between two days",
      "Between the greatest id of one day and the least of the next there are more than a fiftieth"
          + " of an ordinary day's ids, and more than ten times what lies between other days: the"
          + " end of one day or the beginning of the other may be cut off."),
  LINES_REJECTED(
      "Many lines rejected", "More than 1% of a unit's lines found no table; they are kept."),
  VOLUME_HIGH(
      "Far more lines than expected",
      "As for too few lines: more than four times the median of the same weekday and more than four"
          + " spreads above; or, with fewer than three such days, more than eight times the median"
          + " of the days around it and more than twice the greatest of them."),
  COMMIT_UNFINISHED(
      "Commit unfinished",
      "A commit is under way, or was when something stopped; the next run finishes it.");

  private final String title;
  private final String explanation;

  Rule(String title, String explanation) {
    this.title = title;
    this.explanation = explanation;
  }

  /** Its name for scripts, such as {@code day_missing}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** When the rule reports something, with its thresholds. */
  public String explanation() {
    return explanation;
  }
}
