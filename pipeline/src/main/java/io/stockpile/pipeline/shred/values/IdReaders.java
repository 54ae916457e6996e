package io.stockpile.pipeline.shred.values;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;

/** Readers of whole numbers that are written as text; most of them are ids. */
final class IdReaders {
  private IdReaders() {}

  /** The number behind the last colon or slash of a string. */
  static final class TailId extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (!readString(scanner)) {
        return Fit.NO;
      }
      long id = WrittenId.tail(scanner.bytes(), scanner.textFrom(), scanner.textTo());
      if (id == WrittenId.NONE) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, id);
      return Fit.IN_PART;
    }
  }

  /**
   * A string of digits, or an integer. The integer fits only in part, because the column does not
   * tell whether there were quotation marks.
   */
  static final class Digits extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (scanner.peek() != '"') {
        return integer(scanner, record, column, repetition, definition);
      }
      scanner.string();
      long number = WrittenId.digits(scanner.bytes(), scanner.textFrom(), scanner.textTo(), true);
      if (number == WrittenId.NONE) {
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

  /**
   * An id: a whole number, be it written {@code 55.0} or {@code 5.5e1}, a string of digits, or the
   * number behind the last colon or slash of a string.
   */
  static final class AnyId extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      long id = read(scanner);
      if (id == WrittenId.NONE) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, id);
      return Fit.IN_PART;
    }

    private static long read(JsonScanner scanner) throws MalformedLineException {
      byte first = scanner.peek();
      int from = scanner.position();
      if (first == '"') {
        scanner.string();
        return WrittenId.any(scanner.bytes(), scanner.textFrom(), scanner.textTo());
      }
      if (!ValueReader.isNumber(first)) {
        scanner.skipValue();
        return WrittenId.NONE;
      }
      scanner.number();
      return scanner.isLong()
          ? scanner.longValue()
          : IdNumber.of(scanner.bytes(), from, scanner.position());
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
