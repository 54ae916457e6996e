package io.stockpile.pipeline.records;

import java.util.Locale;

/** Why a line is in the table of rejected lines. */
public enum RejectReason {
  /** It is not one JSON value. */
  MALFORMED_JSON,
  /** Its bytes are not UTF-8. */
  INVALID_UTF8,
  /** Arrays and objects are nested too deep. */
  TOO_DEEP,
  /** It is JSON, but no object. */
  NOT_AN_OBJECT,
  /** It is longer than the settings allow; the table holds its beginning. */
  LINE_TOO_LONG,
  /** The envelope names a kind of object that no table is for. */
  UNKNOWN_OBJECT,
  /** The envelope names something that is not done to such an object. */
  UNKNOWN_ACTION,
  /** Its keys are those of no known generation of records. */
  UNKNOWN_SHAPE,
  /** The record says that it is another publisher's. */
  WRONG_SOURCE,
  /** The record has no id; an activity none of any kind. */
  MISSING_ID,
  /** The record does not say when it happened. */
  MISSING_DATE,
  /** What says when it happened is no instant. */
  BAD_DATE,
  /** What says when it happened is a leap second, which a timestamp has no number for. */
  LEAP_SECOND,
  /** It happened too far outside the unit's range. */
  DATE_OUT_OF_RANGE;

  /** The word in the table. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
