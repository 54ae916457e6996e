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
   * The service refuses to give a page.
   *
   * @param status the status of the answer, or the one in the body of an answer with status 200
   * @param pause how long the service asks to wait; empty when it does not say
   */
  record Refusal(int status, String text, Optional<Duration> pause) implements ApiAnswer {}

  /** The service cannot be reached, and a retry would not change that. */
  record Unreachable(String reason) implements ApiAnswer {}

  /** No answer, or one that is not a page. A retry may bring one. */
  record Broken(String reason) implements ApiAnswer {}
}
