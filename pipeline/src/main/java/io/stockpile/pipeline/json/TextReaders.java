package io.stockpile.pipeline.json;

import io.stockpile.pipeline.records.ShreddedRecord;

/** The readers of JSON strings, and of JSON kept as it is. */
final class TextReaders {
  private TextReaders() {}

  /** Text; a lone surrogate has no UTF-8 and does not fit. */
  static final class Text extends ValueReader {
    @Override
    Fit read(JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (scanner.peek() != '"') {
        scanner.skipValue();
        return Fit.NO;
      }
      scanner.string();
      int from = scanner.textFrom();
      int length = scanner.textTo() - from;
      if (!scanner.textEscaped()) {
        record.addSlice(column, repetition, definition, from, length);
        return Fit.YES;
      }
      int out = record.reserveScratch(length);
      int written =
          Unescaper.unescape(scanner.bytes(), from, from + length, record.scratch(), out, false);
      if (written < 0) {
        record.releaseScratch(out);
        return Fit.NO;
      }
      record.releaseScratch(out + written);
      record.addScratch(column, repetition, definition, out, written);
      return Fit.YES;
    }
  }

  /** Any value, byte for byte. */
  static final class AnyJson extends ValueReader {
    @Override
    Fit read(JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      scanner.peek();
      int from = scanner.position();
      scanner.skipValue();
      record.addSlice(column, repetition, definition, from, scanner.position() - from);
      return Fit.YES;
    }
  }

  /** A string that is a calendar day. */
  static final class Date extends ValueReader {
    @Override
    Fit read(JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (scanner.peek() != '"') {
        scanner.skipValue();
        return Fit.NO;
      }
      scanner.string();
      long days = IsoTimes.days(scanner.bytes(), scanner.textFrom(), scanner.textTo());
      if (days == IsoTimes.NONE) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, days);
      return Fit.YES;
    }
  }

  /** A string that is an instant. */
  static final class Timestamp extends ValueReader {
    @Override
    Fit read(JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (scanner.peek() != '"') {
        scanner.skipValue();
        return Fit.NO;
      }
      scanner.string();
      byte[] text = scanner.bytes();
      long micros = IsoTimes.micros(text, scanner.textFrom(), scanner.textTo());
      if (micros == IsoTimes.NONE) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, micros);
      return IsoTimes.isExact(text, scanner.textFrom(), scanner.textTo()) ? Fit.YES : Fit.IN_PART;
    }
  }

  /** The number behind the last colon or slash of a string, or the number that stands alone. */
  static final class TailId extends ValueReader {
    private final ValueReader number = new NumberReaders.Int64();

    @Override
    Fit read(JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (scanner.peek() != '"') {
        Fit fit = number.read(scanner, record, column, repetition, definition);
        return fit == Fit.YES ? Fit.IN_PART : fit;
      }
      scanner.string();
      byte[] text = scanner.bytes();
      int first = scanner.textTo();
      while (first > scanner.textFrom() && text[first - 1] >= '0' && text[first - 1] <= '9') {
        first--;
      }
      int digits = scanner.textTo() - first;
      boolean parted =
          first == scanner.textFrom() || text[first - 1] == ':' || text[first - 1] == '/';
      if (!parted || digits < 1 || digits > 19) {
        return Fit.NO;
      }
      long id = 0;
      for (int at = first; at < scanner.textTo(); at++) {
        id = id * 10 + (text[at] - '0');
      }
      if (id < 0) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, id);
      return Fit.IN_PART;
    }
  }
}
