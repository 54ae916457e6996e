package io.stockpile.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.replay.units.MinuteRange;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
  private static final Instant NOW = Instant.parse("2016-06-06T12:00:30Z");

  @Test
  void rangeThatIsOldAndYoungEnoughCanBeHad() {
    MinuteRange range = range("2016-06-06T10:00:00Z", "2016-06-06T11:30:00Z");

    Availability available = Availability.of(range, NOW);

    assertThat(available.obtainable()).contains(range);
    assertThat(available.gone()).isEmpty();
    assertThat(available.notYet()).isEmpty();
    assertThat(available.notices()).isEmpty();
  }

  @Test
  void whatIsTooNewIsSaidWithTheTimeFromWhichItCanBeHad() {
    Availability available =
        Availability.of(range("2016-06-06T11:00:00Z", "2016-06-06T12:00:00Z"), NOW);

    assertThat(available.obtainable())
        .contains(range("2016-06-06T11:00:00Z", "2016-06-06T11:30:00Z"));
    assertThat(available.notYet()).contains(range("2016-06-06T11:30:00Z", "2016-06-06T12:00:00Z"));
    assertThat(available.notices())
        .singleElement()
        .asString()
        .contains("2016-06-06T11:30Z to 2016-06-06T12:00Z", "from 2016-06-06T12:30Z on");
  }

  @Test
  void whatIsForgottenIsSaidWithTheTimeUntilWhichItCouldBeHad() {
    Availability available =
        Availability.of(range("2016-06-01T11:58:00Z", "2016-06-01T12:03:00Z"), NOW);

    assertThat(available.gone()).contains(range("2016-06-01T11:58:00Z", "2016-06-01T12:01:00Z"));
    assertThat(available.obtainable())
        .contains(range("2016-06-01T12:01:00Z", "2016-06-01T12:03:00Z"));
    assertThat(available.notices()).singleElement().asString().contains("until 2016-06-06T12:00Z");
  }

  @Test
  void everyMinuteIsInOneOfTheThree() {
    Instant start = Instant.parse("2016-06-01T11:58:00Z");
    for (int offset = -10; offset < 10; offset++) {
      for (long length : new long[] {1, 3, 5 * 24 * 60, 6 * 24 * 60}) {
        MinuteRange range =
            new MinuteRange(
                start.plusSeconds(60L * offset), start.plusSeconds(60L * (offset + length)));
        Availability available = Availability.of(range, NOW);
        int minutes =
            available.gone().map(MinuteRange::minutes).orElse(0)
                + available.obtainable().map(MinuteRange::minutes).orElse(0)
                + available.notYet().map(MinuteRange::minutes).orElse(0);
        assertThat(minutes).isEqualTo((int) length);
      }
    }
  }

  private static MinuteRange range(String from, String to) {
    return new MinuteRange(Instant.parse(from), Instant.parse(to));
  }
}
