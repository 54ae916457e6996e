package io.stockpile.pipeline.columns;

import java.util.Arrays;

/** How numbers are encoded in a page. Everywhere else they are 64 bits in a long. */
public enum NumberForm {
  INT32(Integer.BYTES),
  INT64(Long.BYTES),
  /** The long is the double's raw bits. */
  DOUBLE(Long.BYTES);

  private final int bytes;

  NumberForm(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** Adds the values in PLAIN encoding. */
  void encode(long[] values, int count, EncodedBytes out) {
    out.reserve(Math.multiplyExact(count, bytes));
    for (int i = 0; i < count; i++) {
      out.addReserved(values[i], bytes);
    }
  }

  byte[] encode(long value) {
    byte[] encoded = new byte[Long.BYTES];
    LittleEndian.setLong(encoded, 0, value);
    return Arrays.copyOf(encoded, bytes);
  }

  /** The bounds of the first {@code count} values, at least one. */
  NumberBounds bounds(long[] values, int count) {
    if (this == DOUBLE) {
      return NumberBounds.ofDoubles(values, count);
    }
    NumberBounds bounds = NumberBounds.ofIntegers(values, count);
    if (this == INT32
        && (bounds.min() != (int) bounds.min() || bounds.max() != (int) bounds.max())) {
      throw new IllegalArgumentException(
          "A value between " + bounds.min() + " and " + bounds.max() + " does not fit in 32 bits");
    }
    return bounds;
  }
}
