package io.stockpile.pipeline.shred.values;

/**
 * Reads an id from its text. Columns and erasing both use it, so that they agree on what an id is.
 */
public final class WrittenId {
  /** Returned when there is no such number; no number read here is that low. */
  public static final long NONE = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 19;

  private WrittenId() {}

  /**
   * The id if the text is digits, or the digits behind its last colon or slash; or {@link #NONE}.
   */
  public static long any(byte[] text, int from, int to) {
    long id = digits(text, from, to, false);
    return id == NONE ? tail(text, from, to) : id;
  }

  /** The id that at least one of the {@link IdReaders} reads from the text; or {@link #NONE}. */
  public static long widest(byte[] text, int from, int to) {
    long id = digits(text, from, to, true);
    return id == NONE ? tail(text, from, to) : id;
  }

  /**
   * The value of digits without leading zeros, with a minus before them if {@code signed}; or
   * {@link #NONE}.
   */
  public static long digits(byte[] text, int from, int to, boolean signed) {
    boolean negative = signed && to > from && text[from] == '-';
    int first = negative ? from + 1 : from;
    int count = to - first;
    boolean zero = count >= 1 && text[first] == '0';
    if (count < 1 || count > MOST_DIGITS || (zero && (count > 1 || negative))) {
      return NONE;
    }
    long value = 0;
    for (int at = first; at < to; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = value * 10 + digit;
    }
    if (value < 0) {
      return NONE;
    }
    return negative ? -value : value;
  }

  /** The number behind the last colon or slash; it may have leading zeros; or {@link #NONE}. */
  public static long tail(byte[] text, int from, int to) {
    int first = to;
    while (first > from && text[first - 1] >= '0' && text[first - 1] <= '9') {
      first--;
    }
    boolean parted = first > from && (text[first - 1] == ':' || text[first - 1] == '/');
    if (!parted || first == to || to - first > MOST_DIGITS) {
      return NONE;
    }
    while (first < to - 1 && text[first] == '0') {
      first++;
    }
    return digits(text, first, to, false);
  }
}
