package io.stockpile.pipeline.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, or four: the first byte lowest. */
public final class EightBytes {
  public static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  static final int NULL = 0x6c6c756e;
  static final int TRUE = 0x65757274;
  static final int ALSE = 0x65736c61;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long ABOVE_CONTROL = 0xE0E0E0E0E0E0E0E0L;

  private EightBytes() {}

  /**
   * Marks the bytes that end a plain run inside a string: a quote, a backslash, a control
   * character. The lowest mark is exact; a higher one may be false, caused by the borrow of a lower
   * one.
   */
  static long stringStops(long word) {
    long quote = word ^ QUOTES;
    long backslash = word ^ BACKSLASHES;
    long control = word & ABOVE_CONTROL;
    return (((quote - ONES) & ~quote)
            | ((backslash - ONES) & ~backslash)
            | ((control - ONES) & ~control))
        & HIGH_BITS;
  }

  /** The position of the byte with the lowest of such marks. */
  static int firstMarked(long marks) {
    long below = (marks & -marks) - 1;
    return (int) ((below & ONES) * ONES >>> 56) - 1;
  }

  /** Not zero when one of the bytes is not ASCII. */
  static long highBits(long word) {
    return word & HIGH_BITS;
  }
}
