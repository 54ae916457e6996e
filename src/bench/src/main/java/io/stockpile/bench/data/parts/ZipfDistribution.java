package io.stockpile.bench.data.parts;

/**
 * Draws ranks whose frequency falls with a power of the rank, as that of users, symbols and words
 * does: a few are drawn very often, most of them hardly ever. A draw takes constant time (Walker's
 * alias method). Immutable.
 */
public final class ZipfDistribution {
  /** Makes the first ranks less frequent, since no user writes a tenth of all messages. */
  private static final double SHIFT = 2.7;

  private final double[] threshold;
  private final int[] alias;

  public ZipfDistribution(int size, double exponent) {
    double[] share = new double[size];
    double total = 0;
    for (int rank = 0; rank < size; rank++) {
      share[rank] = 1 / Math.pow(rank + SHIFT, exponent);
      total += share[rank];
    }
    threshold = new double[size];
    alias = new int[size];
    fill(share, size / total);
  }

  /** Pairs each rank below the average with one above it. */
  private void fill(double[] share, double scale) {
    int size = share.length;
    int[] small = new int[size];
    int[] large = new int[size];
    int smallCount = 0;
    int largeCount = 0;
    for (int rank = 0; rank < size; rank++) {
      share[rank] *= scale;
      alias[rank] = rank;
      threshold[rank] = 1;
      if (share[rank] < 1) {
        small[smallCount++] = rank;
      } else {
        large[largeCount++] = rank;
      }
    }
    while (smallCount > 0 && largeCount > 0) {
      int poor = small[--smallCount];
      int rich = large[largeCount - 1];
      threshold[poor] = share[poor];
      alias[poor] = rich;
      share[rich] -= 1 - share[poor];
      if (share[rich] < 1) {
        largeCount--;
        small[smallCount++] = rich;
      }
    }
  }

  /** Draws a rank, from 0 for the most frequent to below the size. */
  public int draw(Randomness random) {
    int rank = random.below(threshold.length);
    return random.unit() < threshold[rank] ? rank : alias[rank];
  }
}
