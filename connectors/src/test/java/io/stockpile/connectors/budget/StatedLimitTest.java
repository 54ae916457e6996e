package io.stockpile.connectors.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedLimitTest {
  /** 30 seconds before the reset in the example of StockTwits' documentation. */
  private static final Instant RECEIVED = Instant.ofEpochSecond(1345147112 - 30);

  private static Optional<StatedLimit> said(Map<String, String> headers) {
    return StatedLimit.of(name -> Optional.ofNullable(headers.get(name)), RECEIVED);
  }

  private static Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put("X-RateLimit-Limit", "200");
    headers.put("X-RateLimit-Remaining", " 146 ");
    headers.put("X-RateLimit-Reset", "1345147112");
    return headers;
  }

  @Test
  void theHeadersOfTheDocumentationAreRead() {
    assertThat(said(headers())).contains(new StatedLimit(200, 146, RECEIVED.plusSeconds(30)));
  }

  @Test
  void theResetIsReadByTheServicesOwnClock() {
    Map<String, String> headers = headers();
    headers.put("Date", "Thu, 16 Aug 2012 19:58:02 GMT"); // 30 s before the reset
    assertThat(said(headers)).contains(new StatedLimit(200, 146, RECEIVED.plusSeconds(30)));
    headers.put("Date", "Thu, 16 Aug 2012 19:55:32 GMT"); // a clock 150 s behind
    assertThat(said(headers)).contains(new StatedLimit(200, 146, RECEIVED.plusSeconds(180)));
    headers.put("Date", "yesterday");
    assertThat(said(headers)).contains(new StatedLimit(200, 146, RECEIVED.plusSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "X-RateLimit-Limit,",
    "X-RateLimit-Limit,0",
    "X-RateLimit-Limit,145",
    "X-RateLimit-Limit,-1",
    "X-RateLimit-Limit,99999999999999999999",
    "X-RateLimit-Remaining,",
    "X-RateLimit-Remaining,-1",
    "X-RateLimit-Remaining,1.5",
    "X-RateLimit-Remaining,many",
    "X-RateLimit-Reset,",
    "X-RateLimit-Reset,soon",
    "X-RateLimit-Reset,1345147112000",
    "X-RateLimit-Reset,-1",
  })
  void whatCannotBeIsNothingSaid(String name, String value) {
    Map<String, String> headers = headers();
    headers.put(name, value);
    assertThat(said(headers)).isEmpty();
  }
}
