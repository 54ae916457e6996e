package io.stockpile.pipeline.records.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenIdsTest {
  private static final int IDS = 40_000;

  /** The disorder is the share of ids that come late or again, from none to all. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.5, 1})
  void everyIdIsNewOnceInWhateverOrder(double disorder) {
    Random random = new Random(7);
    SeenIds seen = new SeenIds();
    Set<Long> expected = new HashSet<>();
    long last = -1_000_000;
    for (int count = 0; count < IDS; count++) {
      last += 1 + random.nextInt(100);
      long id = random.nextDouble() < disorder ? random.nextInt(4_000_000) - 2_000_000 : last;
      assertThat(seen.add(id)).as("%d", id).isEqualTo(expected.add(id));
    }
    for (long id : expected) {
      assertThat(seen.add(id)).as("%d again", id).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
  void anyNumberMayBeTheFirst(long id) {
    SeenIds seen = new SeenIds();

    assertThat(seen.add(id)).isTrue();
    assertThat(seen.add(id)).isFalse();
    assertThat(seen.add(Long.MIN_VALUE)).isEqualTo(id != Long.MIN_VALUE);
    assertThat(seen.add(Long.MAX_VALUE)).isEqualTo(id != Long.MAX_VALUE);
  }
}
