package io.stockpile.connectors.replay.attempts;

import java.util.Locale;

/** What an answer without a stream means. */
public enum Refusal {
  /** 401, 403: the credentials are wrong or may not do this. */
  CREDENTIALS,
  /** 429: too many requests. */
  RATE_LIMITED,
  /** 5xx, 408 or no answer at all: it may be temporary. */
  UNAVAILABLE,
  /** 406 about a date that is too new. */
  NOT_YET_AVAILABLE,
  /** 406 about a date that is too old. */
  NO_MORE_AVAILABLE,
  /** Anything else; a retry would not change it. */
  FINAL;

  /** Whether the same request may succeed later. */
  public boolean mayPass() {
    return this == RATE_LIMITED || this == UNAVAILABLE;
  }

  static Refusal of(int status, String message) {
    return switch (status) {
      case 401, 403 -> CREDENTIALS;
      case 429 -> RATE_LIMITED;
      case 406 -> ofUnacceptable(message.toLowerCase(Locale.ROOT));
      default -> status == 0 || status == 408 || status >= 500 ? UNAVAILABLE : FINAL;
    };
  }

  /** The same status stands for missing compression, a bug, and for dates out of reach. */
  private static Refusal ofUnacceptable(String message) {
    if (!message.contains("date")) {
      return FINAL;
    }
    if (message.contains("days") || message.contains("older") || message.contains("too old")) {
      return NO_MORE_AVAILABLE;
    }
    if (message.contains("minutes")
        || message.contains("within the past")
        || message.contains("recent")
        || message.contains("future")) {
      return NOT_YET_AVAILABLE;
    }
    return FINAL;
  }
}
