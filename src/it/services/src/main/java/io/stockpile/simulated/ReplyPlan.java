package io.stockpile.simulated;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How one request is to be answered: as the service would, until faults change it. */
final class ReplyPlan {
  /** An answer that replaces the service's own. */
  record Canned(int status, String body) {}

  enum Framing {
    CONTENT_LENGTH,
    CHUNKED,
    UNTIL_CLOSE
  }

  enum Ending {
    WHOLE,
    CLOSE,
    RESET,
    STALL
  }

  enum Validator {
    STRONG,
    WEAK,
    NONE
  }

  Optional<Canned> canned = Optional.empty();
  final Map<String, String> extraHeaders = new LinkedHashMap<>();

  boolean servesDirectly;
  boolean expiresLink;

  boolean ignoresRange;
  boolean ignoresIfRange;
  boolean refusesRange;
  long contentRangeShift;
  long contentRangeTotalShift;
  Validator validator = Validator.STRONG;
  String validatorSuffix = "";
  long corruptedByte = -1;

  Framing framing = Framing.CONTENT_LENGTH;
  long lengthLimit = Long.MAX_VALUE;
  Ending ending = Ending.WHOLE;
  long endingAfter;
  int dripBytes;
  Duration dripPause = Duration.ZERO;
}
