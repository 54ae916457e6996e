package io.stockpile.pipeline.rows;

import io.stockpile.schemas.Primitive;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Converts numbers of columns to values of rows. */
final class RowValues {
  private RowValues() {}

  /**
   * @param number an INT64, DATE or TIMESTAMP as it is, a BOOLEAN as 0 or 1, a DOUBLE as its raw
   *     bits
   */
  static Object ofNumber(Primitive type, long number) {
    return switch (type) {
      case BOOLEAN -> number != 0;
      case INT64 -> number;
      case DOUBLE -> Double.longBitsToDouble(number);
      case DATE -> LocalDate.ofEpochDay(number);
      case TIMESTAMP -> Instant.EPOCH.plus(number, ChronoUnit.MICROS);
      case STRING, JSON, BINARY -> throw new IllegalArgumentException(type + " is no number");
    };
  }
}
