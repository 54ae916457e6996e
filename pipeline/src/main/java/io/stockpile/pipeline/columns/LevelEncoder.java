package io.stockpile.pipeline.columns;

/**
 * Encodes repetition and definition levels: their length in four bytes, then Parquet's hybrid of
 * runs and bit-packed groups. Compares eight levels at a time, because most pages are long runs.
 */
final class LevelEncoder {
  private static final int GROUP = 8;

  /** Repeats a byte eight times. */
  private static final long BROADCAST = 0x0101_0101_0101_0101L;

  /** Gathers the lowest bit of each of eight bytes in the highest byte of the product. */
  private static final long GATHER = 0x0102_0408_1020_4080L;

  private LevelEncoder() {}

  /** The bits that hold a level, or an index, of at most {@code highest}. */
  static int width(int highest) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(highest);
  }

  static void encode(byte[] levels, int count, int highest, EncodedBytes out) {
    int lengthAt = out.size();
    out.addInt(0);
    encodeRuns(levels, count, width(highest), out);
    out.setInt(lengthAt, out.size() - lengthAt - Integer.BYTES);
  }

  private static void encodeRuns(byte[] levels, int count, int width, EncodedBytes out) {
    int packedFrom = 0;
    int at = 0;
    while (at + GROUP <= count) {
      long group = LittleEndian.getLong(levels, at);
      if (group != (levels[at] & 0xFF) * BROADCAST) {
        at += GROUP;
        continue;
      }
      int end = at + GROUP;
      while (end + GROUP <= count && LittleEndian.getLong(levels, end) == group) {
        end += GROUP;
      }
      while (end < count && levels[end] == levels[at]) {
        end++;
      }
      if (packedFrom < at) {
        pack(levels, packedFrom, at, width, out);
      }
      out.addVarInt((end - at) << 1);
      out.addByte(levels[at]);
      at = end;
      packedFrom = end;
    }
    if (packedFrom < count) {
      pack(levels, packedFrom, count, width, out);
    }
  }

  private static void pack(byte[] levels, int from, int to, int width, EncodedBytes out) {
    int groups = (to - from + GROUP - 1) / GROUP;
    out.addVarInt(groups << 1 | 1);
    out.reserve(groups * width);
    int at = from;
    if (width == 1) {
      for (; at + GROUP <= to; at += GROUP) {
        out.addReserved(LittleEndian.getLong(levels, at) * GATHER >>> 56, 1);
      }
    }
    for (; at < to; at += GROUP) {
      long packed = 0;
      int end = Math.min(at + GROUP, to);
      for (int i = at; i < end; i++) {
        packed |= (long) levels[i] << (i - at) * width;
      }
      out.addReserved(packed, width);
    }
  }
}
