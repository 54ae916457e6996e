package io.stockpile.connectors.stocktwits;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How one request ended. Its texts hold no secret. */
public sealed interface ApiAnswer {

  /** A whole page of the stream. */
  record Whole(URI url, Instant receivedAt, byte[] body, Page page) implements ApiAnswer {}

  /**
   * The service says that it gives no page.
   *
   * @param status of the answer, or the one that the body of an answer with status 200 names
   * @param pause how long the service asks to wait, where it says so
   */
  record Refusal(int status, String text, Optional<Duration> pause) implements ApiAnswer {}

  /** No way leads to the service, and asking again would not change that. */
  record Unreachable(String reason) implements ApiAnswer {}

  /** No answer, or one that is no page: asking again may bring one. */
  record Broken(String reason) implements ApiAnswer {}
}
