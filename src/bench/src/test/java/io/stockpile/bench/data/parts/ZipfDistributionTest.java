package io.stockpile.bench.data.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ZipfDistributionTest {
  @Test
  void ranksComeAsOftenAsThePowerOfTheirPlaceSays() {
    int size = 100;
    double exponent = 1.02;
    ZipfDistribution distribution = new ZipfDistribution(size, exponent);
    Randomness random = new Randomness(7);
    int draws = 400_000;
    int[] counts = new int[size];
    for (int i = 0; i < draws; i++) {
      counts[distribution.draw(random)]++;
    }

    double total = 0;
    for (int rank = 0; rank < size; rank++) {
      total += Math.pow(rank + 2.7, -exponent);
    }
    for (int rank = 0; rank < size; rank++) {
      double expected = Math.pow(rank + 2.7, -exponent) / total;
      assertThat(counts[rank] / (double) draws).isCloseTo(expected, within(0.002));
    }
  }
}
