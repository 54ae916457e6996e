package io.stockpile.pipeline.columns;

/**
 * The smallest and the largest of some numbers.
 *
 * @param known false when a NaN is among them: they have no order then
 */
public record NumberBounds(long min, long max, boolean known) {
  /** Of no numbers at all; only {@link #and} knows what to do with it. */
  static final NumberBounds NONE = new NumberBounds(Long.MAX_VALUE, Long.MIN_VALUE, true);

  /** Whether there is no number. */
  public boolean isEmpty() {
    return min > max;
  }

  /** The range of both, compared as integers. */
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
      // Both keep a NaN once they met it, and put -0.0 below 0.0.
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    // As Parquet demands of this order: whoever looks for either zero must find both within.
    min = min == 0 ? -0.0 : min;
    max = max == 0 ? 0.0 : max;
    return new NumberBounds(
        Double.doubleToRawLongBits(min), Double.doubleToRawLongBits(max), !Double.isNaN(min));
  }
}
