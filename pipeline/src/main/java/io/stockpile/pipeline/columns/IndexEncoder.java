package io.stockpile.pipeline.columns;

/**
 * Encodes dictionary indexes: one byte with their width, then Parquet's hybrid of runs and
 * bit-packed groups.
 */
final class IndexEncoder {
  private static final int GROUP = 8;

  private IndexEncoder() {}

  /** The bits that an index takes: at least one, because some readers fail on a width of zero. */
  static int width(int dictionarySize) {
    return Math.max(1, LevelEncoder.width(dictionarySize - 1));
  }

  static void encode(int[] indexes, int count, int dictionarySize, EncodedBytes out) {
    int width = width(dictionarySize);
    out.addByte(width);
    int packedFrom = 0;
    int at = 0;
    while (at + GROUP <= count) {
      int index = indexes[at];
      int end = at + 1;
      while (end < count && indexes[end] == index) {
        end++;
      }
      if (end - at < GROUP) {
        at += GROUP;
        continue;
      }
      if (packedFrom < at) {
        pack(indexes, packedFrom, at, width, out);
      }
      out.addVarInt((end - at) << 1);
      out.reserve(Integer.BYTES);
      out.addReserved(index, (width + 7) / 8);
      at = end;
      packedFrom = end;
    }
    if (packedFrom < count) {
      pack(indexes, packedFrom, count, width, out);
    }
  }

  private static void pack(int[] indexes, int from, int to, int width, EncodedBytes out) {
    int groups = (to - from + GROUP - 1) / GROUP;
    out.addVarInt(groups << 1 | 1);
    out.reserve(groups * width);
    int end = out.size() + groups * width;
    long pending = 0;
    int bits = 0;
    for (int i = from; i < to; i++) {
      pending |= (long) indexes[i] << bits;
      bits += width;
      if (bits >= Integer.SIZE) {
        out.addReserved(pending, Integer.BYTES);
        pending >>>= Integer.SIZE;
        bits -= Integer.SIZE;
      }
    }
    while (out.size() < end) {
      out.addReserved(pending, 1);
      pending >>>= Byte.SIZE;
    }
  }
}
