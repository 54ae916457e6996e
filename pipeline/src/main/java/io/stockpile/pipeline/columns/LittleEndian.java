package io.stockpile.pipeline.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads and writes words in byte arrays, in Parquet's byte order. */
public final class LittleEndian {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** The bits of the first 0 to 8 bytes of a word. */
  private static final long[] MASKS = {
    0L,
    0xFFL,
    0xFFFFL,
    0xFF_FFFFL,
    0xFFFF_FFFFL,
    0xFF_FFFF_FFFFL,
    0xFFFF_FFFF_FFFFL,
    0xFF_FFFF_FFFF_FFFFL,
    -1L
  };

  private LittleEndian() {}

  static long getLong(byte[] array, int at) {
    return (long) LONG.get(array, at);
  }

  /**
   * The {@code length} bytes from {@code at} as the low bytes of a word, 0 to 8 of them. The array
   * must have eight bytes from {@code at} whatever the length.
   */
  static long getLong(byte[] array, int at, int length) {
    return (long) LONG.get(array, at) & MASKS[length];
  }

  public static int getInt(byte[] array, int at) {
    return (int) INT.get(array, at);
  }

  static void setLong(byte[] array, int at, long value) {
    LONG.set(array, at, value);
  }

  public static void setInt(byte[] array, int at, int value) {
    INT.set(array, at, value);
  }
}
