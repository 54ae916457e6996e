package io.stockpile.pipeline.shred.values;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.SourcePath.Converter;

/**
 * Reads one JSON value as the value of a column of one type. The scanner stands at the value's
 * first byte, and is moved past the value whether it fits or not.
 */
public abstract class ValueReader {

  public abstract Fit read(
      JsonScanner scanner, ShreddedRecord record, int column, int repetition, int definition)
      throws MalformedLineException;

  /**
   * Whether it reads a number written as text. The source may have the number itself as well, under
   * another key.
   */
  public boolean readsText() {
    return false;
  }

  /**
   * @throws IllegalArgumentException for a type and converter that no reader exists for
   */
  public static ValueReader of(Primitive type, Converter converter) {
    return switch (converter) {
      case NONE -> of(type);
      case TAIL_ID -> new IdReaders.TailId();
      case DIGITS -> new IdReaders.Digits();
      case ANY_ID -> new IdReaders.AnyId();
      case EPOCH_MS -> new TimeReaders.EpochMillis();
      case TWITTER_TIME -> new TimeReaders.Twitter();
    };
  }

  private static ValueReader of(Primitive type) {
    return switch (type) {
      case BOOLEAN -> new NumberReaders.Bool();
      case INT64 -> new NumberReaders.Int64();
      case DOUBLE -> new NumberReaders.Float64();
      case STRING -> new TextReaders.Text();
      case JSON -> new TextReaders.AnyJson();
      case DATE -> new TextReaders.Date();
      case TIMESTAMP -> new TimeReaders.Iso();
      case BINARY -> throw new IllegalArgumentException("No JSON value is bytes");
    };
  }

  /** Reads the value if it is a string, and otherwise skips it. */
  static boolean readString(JsonScanner scanner) throws MalformedLineException {
    if (scanner.peek() != '"') {
      scanner.skipValue();
      return false;
    }
    scanner.string();
    return true;
  }

  static boolean isNumber(byte first) {
    return first == '-' || (first >= '0' && first <= '9');
  }
}
