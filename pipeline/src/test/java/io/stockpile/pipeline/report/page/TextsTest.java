package io.stockpile.pipeline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT72H, in 3 days",
    "PT47H, in 47 hours",
    "PT119M, in 119 minutes",
    "PT1M30S, in 1 minute",
    "PT-1S, over"
  })
  void whatIsLeftIsSaidInOneUnit(Duration left, String text) {
    assertThat(Texts.left(NOW, NOW.plus(left))).isEqualTo(text);
  }
}
