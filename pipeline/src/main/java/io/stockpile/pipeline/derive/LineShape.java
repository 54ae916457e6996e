package io.stockpile.pipeline.derive;

import java.util.Locale;

/** The generations of records. A schema's format bears the name in lower case. */
enum LineShape {
  /** The API's object as {@code data}, beside what was done to it. */
  ENVELOPE,
  /** Activity Streams. */
  ACTIVITY_STREAMS,
  /** The API's message alone. */
  BARE;

  String format() {
    return name().toLowerCase(Locale.ROOT);
  }
}
