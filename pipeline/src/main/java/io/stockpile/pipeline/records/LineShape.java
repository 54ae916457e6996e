package io.stockpile.pipeline.records;

/** The shapes in which records come. */
public enum LineShape {
  /**
   * An envelope: the API's object as {@code data}, with the kind of object and the action beside
   * it.
   */
  ENVELOPE("envelope", "envelope"),
  /** An activity of Activity Streams. */
  ACTIVITY_STREAMS("activity_streams", "activity_streams"),
  /** The API's message without an envelope. */
  BARE("bare", "bare"),
  /** An activity with the verb {@code share}, which contains another activity. */
  ACTIVITY_SHARE("activity_share", "activity_streams"),
  /** The API's tweet without an envelope. */
  NATIVE("native", "native"),
  /** An activity that says what happened to a tweet. */
  COMPLIANCE_V1_TWEET("v1_tweet", "activity_streams"),
  /** An activity that says what happened to a user. */
  COMPLIANCE_V1_USER("v1_user", "activity_streams"),
  /** An object whose only member has the name of the kind of event. */
  COMPLIANCE_V2("v2", "native"),
  /** The API's object as it is in a page, with where and when it was seen. */
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

  /** The value of the column {@code format}. */
  String label() {
    return label;
  }
}
