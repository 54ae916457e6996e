package io.stockpile.pipeline.columns;

/**
 * Minimum and maximum of some numbers.
 *
 * @param known false when one of the numbers is a NaN, so that they have no order
 */
public record NumberBounds(long min, long max, boolean known) {
  /** The bounds of no numbers, to begin a union with by {@link #and}. */
  static final NumberBounds NONE = new NumberBounds(Long.MAX_VALUE, Long.MIN_VALUE, true);

  /** Whether there is no number. */
  public boolean isEmpty() {
    return min > max;
  }

  /** The bounds of both together, compared as integers. */
  NumberBounds and(NumberBounds other) {
    return new NumberBounds(
        Math.min(min, other.min), Math.max(max, other.max), known && other.known);
  }

  static NumberBounds ofIntegers(long[] values, int count) {
    long min = values[0];
    long max = min;
    for (int i = 1; i < count; i++) {
      long value = values[i];
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return new NumberBounds(min, max, true);
  }

  static NumberBounds ofDoubles(long[] values, int count) {
    double min = Double.longBitsToDouble(values[0]);
    double max = min;
    for (int i = 1; i < count; i++) {
      double value = Double.longBitsToDouble(values[i]);
      // Math.min and Math.max return NaN once one operand is NaN, and take -0.0 for less than 0.0.
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    // Parquet's specification demands it: a reader that looks for -0.0 or for 0.0 must find both
    // within the bounds.
    min = min == 0 ? -0.0 : min;
    max = max == 0 ? 0.0 : max;
    return new NumberBounds(
        Double.doubleToRawLongBits(min), Double.doubleToRawLongBits(max), !Double.isNaN(min));
  }
}
