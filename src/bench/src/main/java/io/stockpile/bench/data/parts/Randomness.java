package io.stockpile.bench.data.parts;

import java.util.List;

/**
 * The random generator SplitMix64. Its numbers depend only on the seed, and are the same on every
 * JDK and machine. Not thread-safe.
 */
public final class Randomness {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public Randomness(long seed) {
    state = seed;
  }

  /**
   * A generator for one purpose. Its numbers do not depend on how many are drawn for other
   * purposes.
   */
  public static Randomness of(long seed, String purpose, long index) {
    return new Randomness(mix(mix(seed) + mix(purpose.hashCode() * 31L + index)));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  public long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A whole number from 0 to below the bound; all are equally likely. */
  public int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A number from 0 to below 1; all are equally likely. */
  public double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** A whole number from 0 up; each is less likely than the one before it. */
  public int geometric(double mean) {
    return (int) (-Math.log(1 - unit()) * mean);
  }

  public <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /** Picks one item; those at the front are picked more often. */
  public <T> T pickFromFront(List<T> items) {
    return items.get((int) (items.size() * unit() * unit()));
  }
}
