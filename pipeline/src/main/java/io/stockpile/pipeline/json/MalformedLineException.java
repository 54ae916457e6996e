package io.stockpile.pipeline.json;

/**
 * A line is not one JSON object. Bad lines are expected, so it has no stack trace.
 *
 * <p>The offset is counted in bytes from the line's first.
 */
public final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of fault it is. */
  public enum Kind {
    /** The bytes are not UTF-8, wherever in the line. */
    INVALID_UTF8,
    /** The text breaks the grammar of RFC 8259, or something stands behind the value. */
    MALFORMED_JSON,
    /** Arrays and objects are nested deeper than {@link JsonScanner#MAX_DEPTH}. */
    TOO_DEEP
  }

  private final Kind kind;
  private final int offset;

  MalformedLineException(Kind kind, int offset, String what) {
    super(what + " at byte " + offset, null, false, false);
    this.kind = kind;
    this.offset = offset;
  }

  public Kind kind() {
    return kind;
  }

  public int offset() {
    return offset;
  }
}
