package io.stockpile.pipeline.archive;

import io.stockpile.connectors.Minutes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which keys may belong to units that have an instant in common with a range, judged by their names
 * alone. A day, a month, a year and a range of minutes are understood; any other name may be
 * anything and passes. It spares reading ten years of manifests to learn about one day.
 */
final class LabelFilter {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern MINUTES = Pattern.compile("(\\d{12})_(\\d{12})");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private LabelFilter() {}

  static Predicate<String> mayOverlap(Instant from, Instant to) {
    return key -> {
      String label = key.substring(key.lastIndexOf('/') + 1).replace(".json", "");
      try {
        if (DAY.matcher(label).matches()) {
          LocalDate day = LocalDate.parse(label);
          return overlaps(day, day.plusDays(1), from, to);
        }
        if (MONTH.matcher(label).matches()) {
          LocalDate first = LocalDate.parse(label + "-01");
          return overlaps(first, first.plusMonths(1), from, to);
        }
        if (YEAR.matcher(label).matches()) {
          LocalDate first = LocalDate.parse(label + "-01-01");
          return overlaps(first, first.plusYears(1), from, to);
        }
        Matcher minutes = MINUTES.matcher(label);
        if (minutes.matches()) {
          return Minutes.parseRequestText(minutes.group(1)).isBefore(to)
              && from.isBefore(Minutes.parseRequestText(minutes.group(2)));
        }
        return true;
      } catch (DateTimeException e) {
        return true;
      }
    };
  }

  private static boolean overlaps(LocalDate first, LocalDate end, Instant from, Instant to) {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(to)
        && from.isBefore(end.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
