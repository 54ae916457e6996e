package io.stockpile.connectors;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Numbers as unsigned LEB128: seven bits a byte, the lowest first. */
public final class Leb128 {
  private static final int BITS = 7;
  private static final int LOW_BITS = 0x7F;
  private static final int MORE = 0x80;

  private Leb128() {}

  /** Writes all 64 bits of a number, in one to ten bytes. */
  public static void write(long value, ByteArrayOutputStream out) {
    long rest = value;
    while ((rest & ~LOW_BITS) != 0) {
      out.write((int) (rest & LOW_BITS | MORE));
      rest >>>= BITS;
    }
    out.write((int) rest);
  }

  /**
   * Reads the next number.
   *
   * @throws IllegalArgumentException when it has more than 64 bits, or the bytes end within it; the
   *     message is a predicate, such as {@code ends within a number}
   */
  public static long read(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; in.hasRemaining(); shift += BITS) {
      if (shift >= Long.SIZE) {
        throw new IllegalArgumentException("has a number above 64 bits");
      }
      byte next = in.get();
      value |= (long) (next & LOW_BITS) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("ends within a number");
  }
}
