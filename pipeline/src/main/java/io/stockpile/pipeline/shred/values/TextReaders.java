package io.stockpile.pipeline.shred.values;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.PortableJson;
import io.stockpile.pipeline.json.Unescaper;

/** The readers of JSON strings, and of JSON kept as it is. */
final class TextReaders {
  private TextReaders() {}

  /** Text. A string with a lone surrogate does not fit, because UTF-8 cannot encode it. */
  static final class Text extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (!readString(scanner)) {
        return Fit.NO;
      }
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

  /**
   * Any value, byte for byte, or as {@link PortableJson} writes it where other readers would refuse
   * it.
   */
  static final class AnyJson extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      scanner.peek();
      int from = scanner.position();
      scanner.skipValue();
      PortableJson.add(scanner, from, record, column, repetition, definition);
      return Fit.YES;
    }
  }

  /** A string that is a calendar day. */
  static final class Date extends ValueReader {
    @Override
    public Fit read(
        JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
        throws MalformedLineException {
      if (!readString(scanner)) {
        return Fit.NO;
      }
      long days = IsoTimes.days(scanner.bytes(), scanner.textFrom(), scanner.textTo());
      if (days == IsoTimes.NONE) {
        return Fit.NO;
      }
      record.addNumber(column, repetition, definition, days);
      return Fit.YES;
    }
  }
}
