package io.stockpile.bench.data.parts;

/**
 * Ranks that fall off as a power of their place, as users, symbols and words do: few come all the
 * time, most hardly ever. A draw takes constant time (Walker's alias method). Immutable.
 */
public final class ZipfDistribution {
  /** Flattens the head: nobody writes a tenth of all messages. */
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

  /** Pairs each rank that has too little with one that has too much. */
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

  /** A rank from 0, the most frequent one, to below the size. */
  public int draw(Randomness random) {
    int rank = random.below(threshold.length);
    return random.unit() < threshold[rank] ? rank : alias[rank];
  }
}
