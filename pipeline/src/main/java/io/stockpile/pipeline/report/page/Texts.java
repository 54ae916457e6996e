package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.text.HumanText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and shares as the page writes them. */
final class Texts {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private Texts() {}

  /** {@code 2016-12-05 12:30 UTC}. */
  static String minute(Instant instant) {
    return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** {@code in 3 days}, {@code in 5 hours}, {@code in 20 minutes}. */
  static String left(Instant now, Instant until) {
    Duration left = Duration.between(now, until);
    if (left.toHours() >= 48) {
      return "in " + left.toDays() + " days";
    }
    if (left.toMinutes() >= 120) {
      return "in " + left.toHours() + " hours";
    }
    return left.isNegative() ? "over" : "in " + HumanText.count(left.toMinutes(), "minute");
  }

  /** A share as {@code 12.3%}. A share above 0 is never shown as 0. */
  static String percent(double share) {
    if (share > 0 && share < 0.0005) {
      return "<0.1%";
    }
    if (share < 1 && share > 0.9995) {
      return ">99.9%";
    }
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
