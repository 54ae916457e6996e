package io.stockpile.bench.measure;

import java.util.Arrays;
import java.util.Collection;

/** The least, the middle and the greatest of some figures. */
public record Spread(double min, double median, double max) {
  /**
   * The spread of at least one figure; between the two in the middle the median is their mean.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Spread of(Collection<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("there is no spread of no figures");
    }
    Arrays.sort(sorted);
    double upper = sorted[sorted.length / 2];
    double lower = sorted[(sorted.length - 1) / 2];
    return new Spread(sorted[0], (lower + upper) / 2, sorted[sorted.length - 1]);
  }
}
