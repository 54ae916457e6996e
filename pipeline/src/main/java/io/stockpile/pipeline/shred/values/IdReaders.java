package io.stockpile.pipeline.shred.values;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;

/** The readers of whole numbers, ids mostly, that are written as text. */
final class IdReaders {
  /** No number of the kind that is read here: they are never that low. */
  static final long NONE = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 19;

  private IdReaders() {}

  /**
   * The number that digits without leading zeros mean, with a minus where {@code signed} allows; or
   * {@link #NONE}.
   */
  static long digits(byte[] text, int from, int to, boolean signed) {
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
  static long tail(byte[] text, int from, int to) {
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

  /** The number behind the last colon or slash of a string. */
  static final class TailId extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (scanner.peek() != '"') {
        scanner.skipValue();
        return Fit.NO;
      }
      scanner.string();
      long id = tail(scanner.bytes(), scanner.textFrom(), scanner.textTo());
      if (id == NONE) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, id);
      return Fit.IN_PART;
    }
  }

  /** A string of digits; an integer as well, but the column does not tell it from the string. */
  static final class Digits extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (scanner.peek() != '"') {
        return integer(scanner, record, column, repetition, definition);
      }
      scanner.string();
      long number = digits(scanner.bytes(), scanner.textFrom(), scanner.textTo(), true);
      if (number == NONE) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, number);
      return Fit.YES;
    }

    @Override
    public boolean readsText() {
      return true;
    }
  }

  /** An id in any of these forms. */
  static final class AnyId extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (scanner.peek() != '"') {
        return integer(scanner, record, column, repetition, definition);
      }
      scanner.string();
      byte[] text = scanner.bytes();
      long id = digits(text, scanner.textFrom(), scanner.textTo(), false);
      id = id == NONE ? tail(text, scanner.textFrom(), scanner.textTo()) : id;
      if (id == NONE) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, id);
      return Fit.IN_PART;
    }
  }

  private static Fit integer(
      JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
      throws MalformedLineException {
    if (!ValueReader.isNumber(scanner.peek())) {
      scanner.skipValue();
      return Fit.NO;
    }
    scanner.number();
    if (!scanner.isLong()) {
      return Fit.NO;
    }
    record.addNumber(column, repetition, definition, scanner.longValue());
    return Fit.IN_PART;
  }
}
