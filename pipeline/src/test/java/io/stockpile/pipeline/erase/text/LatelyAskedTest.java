package io.stockpile.pipeline.erase.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatelyAskedTest {
  /** Knows how far nothing was erased around an id. */
  private record Messages(TreeSet<Long> erased) implements ErasedIds {
    @Override
    public boolean message(long id) {
      return erased.contains(id);
    }

    @Override
    public boolean stocktwitsUser(long id) {
      return false;
    }

    @Override
    public boolean tweet(long id) {
      return false;
    }

    @Override
    public boolean twitterUser(long id) {
      return false;
    }

    @Override
    public long placesUpTo(long twitterUserId) {
      return NO_PLACES;
    }

    @Override
    public boolean isEmpty() {
      return erased.isEmpty();
    }

    @Override
    public long lastBefore(long id) {
      return Optional.ofNullable(erased.lower(id)).orElse(Long.MIN_VALUE);
    }

    @Override
    public long firstAfter(long id) {
      return Optional.ofNullable(erased.higher(id)).orElse(Long.MAX_VALUE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 20, 40, 63})
  void itAnswersWhatTheIdsAnswerHoweverOftenAndInWhichOrderItIsAsked(int bits) {
    Random random = new Random(bits);
    TreeSet<Long> erased = new TreeSet<>();
    for (int count = 0; count < 300; count++) {
      erased.add(random.nextLong() >>> Long.SIZE - bits);
      erased.add(-(random.nextLong() >>> Long.SIZE - bits));
    }
    LatelyAsked asked = new LatelyAsked(new Messages(erased));
    List<Long> listed = List.copyOf(erased);
    for (int count = 0; count < 100_000; count++) {
      long near = listed.get(random.nextInt(listed.size())) + random.nextInt(5) - 2;
      for (long id : List.of(near, random.nextLong() >>> random.nextInt(64), -near)) {
        assertThat(asked.test(id)).as("%d", id).isEqualTo(erased.contains(id));
      }
    }
  }

  @Test
  void theGreatestNumberIsAnIdToo() {
    TreeSet<Long> erased = new TreeSet<>(List.of(5L, Long.MAX_VALUE));
    LatelyAsked asked = new LatelyAsked(new Messages(erased));

    assertThat(LongStream.of(5, Long.MAX_VALUE).filter(asked)).containsExactly(5L, Long.MAX_VALUE);
    assertThat(LongStream.of(0, 4, 6, Long.MAX_VALUE - 1).filter(asked)).isEmpty();
    assertThat(new LatelyAsked(new Messages(new TreeSet<>())).test(Long.MAX_VALUE)).isFalse();
  }
}
