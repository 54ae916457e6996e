package io.stockpile.pipeline.records;

/** The shapes of records. */
public enum LineShape {
  /** The API's object as {@code data}, beside what was done to it. */
  ENVELOPE("envelope", "envelope"),
  /** Activity Streams. */
  ACTIVITY_STREAMS("activity_streams", "activity_streams"),
  /** The API's message alone. */
  BARE("bare", "bare"),
  /** An activity of the verb share, with another activity in it. */
  ACTIVITY_SHARE("activity_share", "activity_streams"),
  /** The API's tweet alone. */
  NATIVE("native", "native"),
  /** An activity that says what happened to a tweet. */
  COMPLIANCE_V1_TWEET("v1_tweet", "activity_streams"),
  /** An activity that says what happened to a user. */
  COMPLIANCE_V1_USER("v1_user", "activity_streams"),
  /** What happened, under the name of its kind. */
  COMPLIANCE_V2("v2", "native"),
  /** The API's object as it stands in a page, beside where and when it was seen. */
  OBSERVED("observed", "bare");

  private final String format;
  private final String label;

  LineShape(String format, String label) {
    this.format = format;
    this.label = label;
  }

  /** The format's name in the schema. */
  public String format() {
    return format;
  }

  /** What the column {@code format} says. */
  String label() {
    return label;
  }
}
