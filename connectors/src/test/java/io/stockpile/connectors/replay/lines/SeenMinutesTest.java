package io.stockpile.connectors.replay.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeenMinutesTest {
  private static final Instant START = Instant.parse("2016-06-01T00:00:00Z");
  private static final MinuteRange REQUESTED = range(0, 30);

  private final SeenMinutes seen = new SeenMinutes(REQUESTED);

  private static MinuteRange range(int from, int to) {
    return new MinuteRange(
        START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(to)));
  }

  private void activities(int minute, int count) {
    for (int i = 0; i < count; i++) {
      seen.add(Minutes.epochMinute(START) + minute);
    }
  }

  @Test
  void emptyMinutesBetweenFullOnesAreQuietAndThoseBehindTheNewestAreNot() {
    for (int minute = 0; minute < 20; minute++) {
      activities(minute, minute == 7 || minute == 8 || minute == 12 ? 0 : 5);
    }

    assertThat(seen.quiet())
        .isEqualTo(MinuteSet.of(range(7, 9)).union(MinuteSet.of(range(12, 13))));
  }

  @Test
  void aStreamThatBeginsWithNothingIsQuietThere() {
    activities(2, 9);

    assertThat(seen.quiet()).isEqualTo(MinuteSet.of(range(0, 2)));
  }

  @Test
  void inASparseStreamEmptyMinutesSayNothing() {
    activities(2, 1);
    activities(9, 2);

    assertThat(seen.quiet()).isEqualTo(MinuteSet.empty());
    assertThat(new SeenMinutes(REQUESTED).quiet()).isEqualTo(MinuteSet.empty());
  }

  @Test
  void timesThatWereNotAskedForAreNotCounted() {
    assertThat(seen.add(Minutes.epochMinute(START) - 1)).isFalse();
    assertThat(seen.add(Minutes.epochMinute(START) + 30)).isFalse();
    assertThat(seen.add(Minutes.epochMinute(START) + 29)).isTrue();
  }
}
