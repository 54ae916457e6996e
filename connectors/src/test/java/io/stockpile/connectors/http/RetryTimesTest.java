package io.stockpile.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryTimesTest {
  private static final Instant NOW = Instant.parse("2016-12-05T10:00:00Z");

  @Test
  void backoffDoublesUpToItsCap() {
    Backoff backoff = Backoff.DEFAULT;

    assertThat(backoff.delay(1, () -> 1)).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.delay(2, () -> 1)).isEqualTo(Duration.ofMillis(1000));
    assertThat(backoff.delay(7, () -> 1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(backoff.delay(10_000, () -> 1)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void jitterLeavesBetweenHalfAndAll() {
    assertThat(Backoff.DEFAULT.delay(1, () -> 0)).isEqualTo(Duration.ofMillis(250));
    assertThat(Backoff.DEFAULT.delay(1, () -> 0.5)).isEqualTo(Duration.ofMillis(375));
  }

  @Test
  void aBackoffThatDoesNotGrowIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), 2, Duration.ofSeconds(1)));
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    assertThat(RetryAfter.parse(" 120 ", NOW)).contains(Duration.ofSeconds(120));
    assertThat(RetryAfter.parse("Mon, 05 Dec 2016 10:02:00 GMT", NOW))
        .contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Monday, 05-Dec-16 10:02:00 GMT", NOW))
        .contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Mon, 05 Dec 2016 09:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @Test
  void retryAfterThatCannotBeUnderstoodCountsForNothing() {
    assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
    assertThat(RetryAfter.parse("-5", NOW)).isEmpty();
    assertThat(RetryAfter.parse("99999999999999999999", NOW)).isEmpty();
  }
}
