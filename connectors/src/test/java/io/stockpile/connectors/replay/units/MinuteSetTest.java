package io.stockpile.connectors.replay.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinuteSetTest {
  private static final Instant START = Instant.parse("2016-06-01T00:00:00Z");
  private static final int SPACE = 40;

  @Test
  void operationsAreThoseOfSetsOfSingleMinutes() {
    Random random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      BitSet first = bits(random);
      BitSet second = bits(random);
      BitSet union = (BitSet) first.clone();
      union.or(second);
      BitSet minus = (BitSet) first.clone();
      minus.andNot(second);
      BitSet intersection = (BitSet) first.clone();
      intersection.and(second);

      assertThat(set(first).union(set(second))).isEqualTo(set(union));
      assertThat(set(first).minus(set(second))).isEqualTo(set(minus));
      assertThat(set(first).intersection(set(second))).isEqualTo(set(intersection));
      assertThat(set(first).count()).isEqualTo(first.cardinality());
      for (int minute = 0; minute < SPACE; minute++) {
        assertThat(set(first).contains(at(minute).plusSeconds(59))).isEqualTo(first.get(minute));
      }
    }
  }

  @Test
  void rangesNeitherTouchNorOverlap() {
    MinuteSet set = MinuteSet.of(range(0, 5)).union(MinuteSet.of(range(5, 7)));

    assertThat(set.ranges()).containsExactly(range(0, 7));
  }

  @Test
  void fewestRangesHaveEveryMinuteAndCannotBeFewer() {
    Random random = new Random(2);
    for (int round = 0; round < 500; round++) {
      BitSet bits = bits(random);
      int longest = 1 + random.nextInt(SPACE);
      List<MinuteRange> ranges = set(bits).fewestRanges(longest);

      MinuteSet covered = MinuteSet.empty();
      for (MinuteRange range : ranges) {
        assertThat(range.minutes()).isLessThanOrEqualTo(longest);
        covered = covered.union(MinuteSet.of(range));
      }
      assertThat(set(bits).minus(covered).isEmpty()).isTrue();
      assertThat(ranges).hasSize(fewest(bits, longest));
    }
  }

  @Test
  void minutesThatFailedFarApartAreOneRequest() {
    MinuteSet failed = MinuteSet.ofMinutes(List.of(at(5), at(6), at(110)));

    assertThat(failed.fewestRanges(120)).containsExactly(range(5, 111));
    assertThat(failed.hull()).contains(range(5, 111));
  }

  @Test
  void emptySetHasNothing() {
    assertThat(MinuteSet.empty().ranges()).isEmpty();
    assertThat(MinuteSet.empty().hull()).isEmpty();
    assertThat(MinuteSet.empty().fewestRanges(1)).isEmpty();
    assertThat(MinuteSet.empty().touches(range(0, 1))).isFalse();
  }

  /**
   * The smallest number of ranges: each begins with the first minute that none before it covers.
   */
  private static int fewest(BitSet bits, int longest) {
    int count = 0;
    int at = bits.nextSetBit(0);
    while (at >= 0) {
      count++;
      at = bits.nextSetBit(at + longest);
    }
    return count;
  }

  private static BitSet bits(Random random) {
    BitSet bits = new BitSet(SPACE);
    double density = random.nextDouble();
    for (int i = 0; i < SPACE; i++) {
      bits.set(i, random.nextDouble() < density);
    }
    return bits;
  }

  private static MinuteSet set(BitSet bits) {
    return MinuteSet.ofMinutes(bits.stream().mapToObj(MinuteSetTest::at).toList());
  }

  private static MinuteRange range(int from, int to) {
    return new MinuteRange(at(from), at(to));
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }
}
