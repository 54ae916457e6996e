package io.stockpile.pipeline.records;

import java.util.Locale;

/** Why a line was rejected. */
public enum RejectReason {
  /** It is not one JSON value. */
  MALFORMED_JSON,
  /** Its bytes are not UTF-8. */
  INVALID_UTF8,
  /** Arrays and objects are nested too deep. */
  TOO_DEEP,
  /** It is JSON, but not an object. */
  NOT_AN_OBJECT,
  /** It is longer than the settings allow; the table has its beginning. */
  LINE_TOO_LONG,
  /** The envelope names a kind of object that has no table. */
  UNKNOWN_OBJECT,
  /** The envelope names an action that is not known for its kind of object. */
  UNKNOWN_ACTION,
  /** Its members are not those of any known kind of record. */
  UNKNOWN_SHAPE,
  /** The record is from another publisher. */
  WRONG_SOURCE,
  /** The record has no id; an activity has no id of any kind. */
  MISSING_ID,
  /** The record has no time. */
  MISSING_DATE,
  /** The record's time cannot be read as an instant. */
  BAD_DATE,
  /** The record's time is a leap second, which a timestamp cannot hold. */
  LEAP_SECOND,
  /** The record's time is too far outside the unit's range. */
  DATE_OUT_OF_RANGE;

  /** The word in the table. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
