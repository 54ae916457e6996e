package io.stockpile.pipeline.shred.values;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;

/** The readers of numbers and truth values. */
final class NumberReaders {
  private NumberReaders() {}

  /** A 64-bit integer without fraction and exponent; {@code -0} does not fit. */
  static final class Int64 extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (!isNumber(scanner.peek())) {
        scanner.skipValue();
        return Fit.NO;
      }
      scanner.number();
      if (!scanner.isLong()) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, scanner.longValue());
      return Fit.YES;
    }
  }

  /** A number that a 64-bit float holds without loss. */
  static final class Float64 extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (!isNumber(scanner.peek())) {
        scanner.skipValue();
        return Fit.NO;
      }
      int from = scanner.position();
      scanner.number();
      double value = Decimals.exact(scanner.bytes(), from, scanner.position());
      if (Double.isNaN(value)) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, Double.doubleToRawLongBits(value));
      return Fit.YES;
    }
  }

  /** True or false. */
  static final class Bool extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      byte first = scanner.peek();
      scanner.skipValue();
      if (first != 't' && first != 'f') {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, first == 't' ? 1 : 0);
      return Fit.YES;
    }
  }
}
