package io.stockpile.bench.measure;

import java.util.Arrays;
import java.util.Collection;

/** The least, the median and the greatest of some figures. */
public record Spread(double min, double median, double max) {
  /**
   * The spread of some figures. The median of an even number of them is the mean of the two in the
   * middle.
   *
   * @throws IllegalArgumentException when there is no figure
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
