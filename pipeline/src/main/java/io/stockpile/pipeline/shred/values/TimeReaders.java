package io.stockpile.pipeline.shred.values;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;

/** Readers of instants in the forms that the publishers use. */
final class TimeReaders {
  private static final long MICROS_OF_MILLI = 1000;

  private TimeReaders() {}

  /** A string that is an instant in ISO 8601. */
  static final class Iso extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (!readString(scanner)) {
        return Fit.NO;
      }
      return iso(scanner, record, column, repetition, definition);
    }
  }

  /**
   * Milliseconds since 1970-01-01T00:00:00Z as a string of digits or as a number, or an instant in
   * ISO 8601.
   */
  static final class EpochMillis extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      byte first = scanner.peek();
      long millis = WrittenId.NONE;
      if (first == '"') {
        scanner.string();
        millis = WrittenId.digits(scanner.bytes(), scanner.textFrom(), scanner.textTo(), true);
      } else if (isNumber(first)) {
        scanner.number();
        millis = scanner.isLong() ? scanner.longValue() : WrittenId.NONE;
      } else {
        scanner.skipValue();
      }
      if (Math.abs(millis) > Long.MAX_VALUE / MICROS_OF_MILLI || millis == WrittenId.NONE) {
        return first == '"' ? iso(scanner, record, column, repetition, definition) : Fit.NO;
      }
      record.addNumber(column, repetition, definition, millis * MICROS_OF_MILLI);
      return first == '"' ? Fit.YES : Fit.IN_PART;
    }
  }

  /** A string that is an instant in Twitter's native format. */
  static final class Twitter extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (!readString(scanner)) {
        return Fit.NO;
      }
      byte[] text = scanner.bytes();
      long micros = TwitterTimes.micros(text, scanner.textFrom(), scanner.textTo());
      if (micros == IsoTimes.NONE) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, micros);
      return TwitterTimes.isExact(text, scanner.textFrom(), micros) ? Fit.YES : Fit.IN_PART;
    }
  }

  /** Reads the string that the scanner read last. */
  private static Fit iso(
      JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition) {
    byte[] text = scanner.bytes();
    long micros = IsoTimes.micros(text, scanner.textFrom(), scanner.textTo());
    if (micros == IsoTimes.NONE) {
      return Fit.NO;
    }
    record.addNumber(column, repetition, definition, micros);
    return IsoTimes.isExact(text, scanner.textFrom(), scanner.textTo()) ? Fit.YES : Fit.IN_PART;
  }
}
