package io.stockpile.pipeline.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which keys may belong to units that have an instant in common with a range, judged by their names
 * alone. A day, a month and a year are understood; any other name may be anything and passes. It
 * spares reading ten years of manifests to learn about one day.
 */
final class LabelFilter {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
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
