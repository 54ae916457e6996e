package io.stockpile.connectors.firestream;

import java.time.Duration;
import java.util.Optional;

/**
 * Why one request brought no whole file.
 *
 * @param text what happened, fit for people
 * @param cure what has to change before the next request
 * @param retryAfter how long the server asks to wait
 */
record Problem(String text, Cure cure, Optional<Duration> retryAfter) {
  enum Cure {
    /** Asking again may do. */
    ASK_AGAIN,
    /** The link has expired: a new one is needed. */
    NEW_LINK,
    /** What was received so far is of no use. */
    START_AFRESH,
    /** Something else than a file came: neither the bytes nor the link can be used again. */
    START_AT_SERVICE
  }

  /** What to do when it does not pass: a sentence. */
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
