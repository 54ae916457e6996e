package io.stockpile.connectors.firestream;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a request did not bring the whole file.
 *
 * @param text what happened, for messages
 * @param cure what must change before the next request
 * @param retryAfter how long the server asks to wait
 */
record Problem(String text, Cure cure, Optional<Duration> retryAfter) {
  enum Cure {
    /** The same request may succeed. */
    ASK_AGAIN,
    /** The link has expired, and a new one is needed. */
    NEW_LINK,
    /** The received bytes cannot be used. */
    START_AFRESH,
    /** Something other than a file came. Neither the bytes nor the link can be used again. */
    START_AT_SERVICE
  }

  /** A sentence that says what to do if the problem stays. */
  String advice() {
    return cure == Cure.START_AT_SERVICE
        ? "The service may be under maintenance: run the same command again later."
        : "The same command tries again.";
  }

  static Problem askAgain(String text) {
    return new Problem(text, Cure.ASK_AGAIN, Optional.empty());
  }

  static Problem newLink(String text) {
    return new Problem(text, Cure.NEW_LINK, Optional.empty());
  }

  static Problem startAfresh(String text) {
    return new Problem(text, Cure.START_AFRESH, Optional.empty());
  }
}
