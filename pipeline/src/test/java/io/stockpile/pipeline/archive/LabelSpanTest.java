package io.stockpile.pipeline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSpanTest {
  private static final String SERIES = "_manifests/firestream/message/";

  @ParameterizedTest
  @CsvSource({
    "2016-12-05, 2016-12-05T00:00:00Z, 2016-12-06T00:00:00Z",
    "2016-12, 2016-12-01T00:00:00Z, 2017-01-01T00:00:00Z",
    "2016, 2016-01-01T00:00:00Z, 2017-01-01T00:00:00Z",
    "2016-12-05_2016-12-20, 2016-12-05T00:00:00Z, 2016-12-20T00:00:00Z",
    "201606010000_201606010200, 2016-06-01T00:00:00Z, 2016-06-01T02:00:00Z",
    "20261127T090000000Z, 2026-11-27T09:00:00Z, 2026-11-27T09:00:00.001Z"
  })
  void everyNameOfAUnitSaysItsTime(String label, Instant from, Instant to) {
    assertThat(LabelSpan.of(SERIES + label + ".json")).hasValue(new LabelSpan(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-13", "2016-12-05_2016-12-05", "201606010200_201606010000", "notes"})
  void anyOtherNameSaysNothingAndMayBeAnything(String label) {
    String key = SERIES + label + ".json";

    assertThat(LabelSpan.of(key)).isEmpty();
    assertThat(LabelSpan.mayOverlap(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)).test(key))
        .isTrue();
  }

  @Test
  void timesThatTouchDoNotOverlap() {
    Instant day = Instant.parse("2016-12-05T00:00:00Z");

    assertThat(LabelSpan.mayOverlap(day, day.plusSeconds(1)).test(SERIES + "2016-12-04.json"))
        .isFalse();
    assertThat(LabelSpan.mayOverlap(day, day.plusSeconds(1)).test(SERIES + "2016-12.json"))
        .isTrue();
  }
}
