package io.stockpile.connectors.store;

import java.io.IOException;

/**
 * How large the parts of an upload are. They grow so that the limit on their number is never what
 * an archive's object meets: 8 MiB for the first 8 GB, then twice as much every thousand parts, 4
 * TiB in all. So the memory an upload holds is a thousandth of its object, and at least one part.
 *
 * @param first in bytes; stores want 5 MiB at least
 * @param ofOneSize how many parts have a size before it doubles
 */
record S3PartSizes(int first, int ofOneSize) {
  static final S3PartSizes DEFAULT = new S3PartSizes(8 << 20, 1000);

  private static final int MOST_PARTS = 10_000;
  private static final int LARGEST = 1 << 30;

  /**
   * @param part its number, from 1
   * @throws IOException when there can be no such part
   */
  int of(int part) throws IOException {
    if (part > MOST_PARTS) {
      throw new IOException("It is too large: S3 takes no more than " + MOST_PARTS + " parts");
    }
    long size = first;
    for (int step = (part - 1) / ofOneSize; step > 0 && size < LARGEST; step--) {
      size *= 2;
    }
    return (int) Math.min(size, LARGEST);
  }
}
