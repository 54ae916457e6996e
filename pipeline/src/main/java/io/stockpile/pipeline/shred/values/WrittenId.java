package io.stockpile.pipeline.shred.values;

/** An id in its text: what a column reads as one, and so what everybody takes for it. */
public final class WrittenId {
  /** No number of the kind that is read here: they are never that low. */
  public static final long NONE = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 19;

  private WrittenId() {}

  /**
   * The id that the text of a string is, or that it ends in behind a colon or slash; or {@link
   * #NONE}.
   */
  public static long any(byte[] text, int from, int to) {
    long id = digits(text, from, to, false);
    return id == NONE ? tail(text, from, to) : id;
  }

  /** The id that any reader of ids reads off the text of a string; or {@link #NONE}. */
  public static long widest(byte[] text, int from, int to) {
    long id = digits(text, from, to, true);
    return id == NONE ? tail(text, from, to) : id;
  }

  /**
   * The number that digits without leading zeros mean, with a minus where {@code signed} allows; or
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

  /** The number behind the last colon or slash, leading zeros and all; or {@link #NONE}. */
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
