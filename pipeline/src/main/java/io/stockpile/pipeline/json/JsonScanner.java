package io.stockpile.pipeline.json;

import io.stockpile.pipeline.json.MalformedLineException.Kind;

/**
 * Moves over one line of JSON and checks every byte that it passes: the grammar of RFC 8259, and
 * UTF-8 inside strings. Builds no values; strings and numbers are described by where they stand.
 *
 * <p>A fault is thrown as {@link MalformedLineException}. Invalid UTF-8 anywhere in the line comes
 * before any other fault. Not thread-safe; reused for all lines.
 */
public final class JsonScanner {
  /** How many arrays and objects may stand inside one another. */
  public static final int MAX_DEPTH = 512;

  /** How many bytes behind a line's last must be readable; their values do not matter. */
  public static final int PADDING = 16;

  private byte[] bytes = new byte[0];
  private int lineFrom;
  private int lineTo;
  private int at;
  private int depth;
  private final long[] objects = new long[MAX_DEPTH / Long.SIZE + 1];

  private int textFrom;
  private int textTo;
  private boolean textEscaped;
  private boolean doubtful;
  private boolean integral;
  private boolean withinLong;
  private long integer;

  /**
   * Begins a line.
   *
   * @param bytes holds the line; the byte at {@code to} must be a control character such as the
   *     line end, and {@link #PADDING} bytes from there on must be readable
   */
  public void begin(byte[] bytes, int from, int to) {
    if (to + PADDING > bytes.length || bytes[to] < 0 || bytes[to] >= ' ') {
      throw new IllegalArgumentException("The line has no line end and padding behind it");
    }
    this.bytes = bytes;
    lineFrom = from;
    lineTo = to;
    at = from;
    depth = 0;
    doubtful = false;
  }

  /**
   * Whether something has come in this line that readers may refuse although it is JSON; see {@link
   * PortableJson}.
   */
  public boolean isDoubtful() {
    return doubtful;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int position() {
    return at;
  }

  public int depth() {
    return depth;
  }

  /** Goes back to a place that was passed before. */
  public void backTo(int position, int depth) {
    at = position;
    this.depth = depth;
  }

  /** Where the last string's text begins, behind its quote. */
  public int textFrom() {
    return textFrom;
  }

  /** Where the last string's text ends, at its quote. */
  public int textTo() {
    return textTo;
  }

  /** Whether the last string has escapes. */
  public boolean textEscaped() {
    return textEscaped;
  }

  /** Whether the last number is an integer of 64 bits, written without fraction and exponent. */
  public boolean isLong() {
    return integral && withinLong;
  }

  /** The last number, when it {@link #isLong}. */
  public long longValue() {
    return integer;
  }

  /** The next byte that is no white space, without moving past it; 0 at the line's end. */
  public byte peek() {
    byte next = bytes[at];
    return next > ' ' ? next : peekBehindSpace();
  }

  private byte peekBehindSpace() {
    while (at < lineTo) {
      byte next = bytes[at];
      if (next != ' ' && next != '\t' && next != '\r' && next != '\n') {
        return next;
      }
      at++;
    }
    return 0;
  }

  /** At {@code {}: moves into the object, and past it when it is empty. */
  public boolean enterObject() throws MalformedLineException {
    deeper();
    if (peek() == '}') {
      at++;
      depth--;
      return false;
    }
    return true;
  }

  /** At {@code [}: moves into the array, and past it when it is empty. */
  public boolean enterArray() throws MalformedLineException {
    deeper();
    if (peek() == ']') {
      at++;
      depth--;
      return false;
    }
    return true;
  }

  private void deeper() throws MalformedLineException {
    if (depth == MAX_DEPTH) {
      throw fault(
          Kind.TOO_DEEP, at, "More than " + MAX_DEPTH + " arrays and objects in one another");
    }
    doubtful |= depth >= PortableJson.MAX_DEPTH;
    depth++;
    at++;
  }

  /** Behind a member or element: moves past a comma, or past the end of what it stands in. */
  public boolean more(char close) throws MalformedLineException {
    byte next = peek();
    if (next == ',') {
      at++;
      return true;
    }
    if (next == close) {
      at++;
      depth--;
      return false;
    }
    throw malformed(close == '}' ? "Expected ',' or '}'" : "Expected ',' or ']'");
  }

  /** Moves past a key and its colon; the key is the last string then. */
  public void key() throws MalformedLineException {
    if (peek() != '"') {
      throw malformed("Expected a key");
    }
    string();
    doubtful |= textEscaped || bytes[textFrom] == '$';
    colon();
  }

  /** When just this key stands here, plainly written, moves past it and its colon. */
  public boolean keyIs(Key key) throws MalformedLineException {
    if (peek() != '"' || !key.standsAt(bytes, at + 1)) {
      return false;
    }
    textFrom = at + 1;
    textTo = textFrom + key.length();
    textEscaped = false;
    at = textTo + 1;
    colon();
    return true;
  }

  private void colon() throws MalformedLineException {
    if (bytes[at] != ':' && peek() != ':') {
      throw malformed("Expected ':'");
    }
    at++;
  }

  /** At a quote: moves past the string. */
  public void string() throws MalformedLineException {
    byte[] line = bytes;
    int next = at + 1;
    int from = next;
    boolean escaped = false;
    long high = 0;
    while (true) {
      long word = (long) EightBytes.LITTLE_ENDIAN.get(line, next);
      long stops = EightBytes.stringStops(word);
      if (stops == 0) {
        high |= word;
        next += 8;
        continue;
      }
      int plain = EightBytes.firstMarked(stops);
      high |= word & ~(-1L << (plain << 3));
      next += plain;
      byte stop = line[next];
      if (stop == '"') {
        break;
      }
      if (stop != '\\') {
        throw next >= lineTo
            ? fault(Kind.MALFORMED_JSON, next, "The line ends inside a string")
            : fault(Kind.MALFORMED_JSON, next, "A control character inside a string");
      }
      escaped = true;
      next = behindEscape(next);
    }
    textFrom = from;
    textTo = next;
    textEscaped = escaped;
    at = next + 1;
    if (EightBytes.highBits(high) != 0) {
      requireUtf8(from, next);
    }
  }

  private int behindEscape(int backslash) throws MalformedLineException {
    switch (bytes[backslash + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
        return backslash + 2;
      case 'u':
        for (int digit = backslash + 2; digit < backslash + 6; digit++) {
          if (Unescaper.hexDigit(bytes[digit]) < 0) {
            throw fault(Kind.MALFORMED_JSON, digit, "Expected four hexadecimal digits");
          }
        }
        if (!Unescaper.isSurrogate(bytes, backslash)) {
          return backslash + 6;
        }
        boolean pair = Unescaper.isPair(bytes, backslash);
        doubtful |= !pair;
        return backslash + (pair ? 12 : 6);
      default:
        throw fault(Kind.MALFORMED_JSON, backslash, "An unknown escape");
    }
  }

  private void requireUtf8(int from, int to) throws MalformedLineException {
    int wrong = Utf8.firstFault(bytes, from, to);
    if (wrong >= 0) {
      throw fault(Kind.INVALID_UTF8, wrong, "Invalid UTF-8");
    }
  }

  /** At a digit or minus: moves past the number. */
  public void number() throws MalformedLineException {
    byte[] line = bytes;
    int next = at;
    boolean negative = line[next] == '-';
    if (negative) {
      next++;
    }
    int first = next;
    long value = 0;
    int digit = line[next] - '0';
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = line[++next] - '0';
    }
    int digits = next - first;
    if (digits == 0 || (digits > 1 && line[first] == '0')) {
      throw fault(
          Kind.MALFORMED_JSON,
          at,
          digits == 0 ? "Expected a value" : "A number with a leading zero");
    }
    integer = negative ? -value : value;
    withinLong = digits <= 18 ? value != 0 || !negative : digits == 19 && fits19(negative, value);
    integral = true;
    if (line[next] == '.') {
      integral = false;
      next = behindDigits(next + 1);
    }
    if (line[next] == 'e' || line[next] == 'E') {
      integral = false;
      next++;
      next = behindDigits(line[next] == '+' || line[next] == '-' ? next + 1 : next);
    }
    at = next;
  }

  /** Nineteen digits are below 2^64, so a sum that went over 2^63 shows as a negative one. */
  private static boolean fits19(boolean negative, long sum) {
    return sum >= 0 || (negative && sum == Long.MIN_VALUE);
  }

  private int behindDigits(int from) throws MalformedLineException {
    int next = from;
    while (bytes[next] >= '0' && bytes[next] <= '9') {
      next++;
    }
    if (next == from) {
      throw fault(Kind.MALFORMED_JSON, next, "Expected a digit");
    }
    return next;
  }

  /** At {@code t}, {@code f} or {@code n}: moves past true, false or null. */
  public void literal() throws MalformedLineException {
    boolean isFalse = bytes[at] == 'f';
    int from = isFalse ? at + 1 : at;
    int word = (int) EightBytes.FOUR_BYTES.get(bytes, from);
    if (isFalse ? word != EightBytes.ALSE : word != EightBytes.TRUE && word != EightBytes.NULL) {
      throw fault(Kind.MALFORMED_JSON, at, "Expected a value");
    }
    at = from + 4;
  }

  /** Moves past the next value, whatever it is. */
  public void skipValue() throws MalformedLineException {
    int outside = depth;
    while (true) {
      if (!scalarOrEmpty()) {
        continue;
      }
      while (true) {
        if (depth == outside) {
          return;
        }
        boolean inObject = (objects[depth >> 6] >>> depth & 1) != 0;
        if (more(inObject ? '}' : ']')) {
          if (inObject) {
            key();
          }
          break;
        }
      }
    }
  }

  /** Moves past a scalar or an empty container; or into a container, to its first value. */
  private boolean scalarOrEmpty() throws MalformedLineException {
    byte next = peek();
    switch (next) {
      case '"':
        string();
        return true;
      case '{':
        if (!enterObject()) {
          return true;
        }
        objects[depth >> 6] |= 1L << depth;
        key();
        return false;
      case '[':
        if (!enterArray()) {
          return true;
        }
        objects[depth >> 6] &= ~(1L << depth);
        return false;
      default:
        if (next == '-' || (next >= '0' && next <= '9')) {
          number();
        } else {
          literal();
        }
        return true;
    }
  }

  /** Moves over white space to the line's end. */
  public void end() throws MalformedLineException {
    peek();
    if (at < lineTo) {
      throw malformed("Something stands behind the value");
    }
  }

  private MalformedLineException malformed(String what) {
    return at >= lineTo
        ? fault(Kind.MALFORMED_JSON, at, "The line ends too early")
        : fault(Kind.MALFORMED_JSON, at, what);
  }

  private MalformedLineException fault(Kind kind, int position, String what) {
    int wrong = Utf8.firstFault(bytes, lineFrom, lineTo);
    return wrong >= 0
        ? new MalformedLineException(Kind.INVALID_UTF8, wrong - lineFrom, "Invalid UTF-8")
        : new MalformedLineException(kind, position - lineFrom, what);
  }
}
