package io.stockpile.pipeline.archive;

import io.stockpile.connectors.Minutes;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a unit covers, judged by its manifest's name alone. A day, a month, a year, a range
 * of days or of minutes and a millisecond are understood. It spares reading ten years of manifests
 * to learn about one day.
 */
record LabelSpan(Instant from, Instant to) {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern MINUTES = Pattern.compile("(\\d{12})_(\\d{12})");
  private static final Pattern MOMENT = Pattern.compile("\\d{8}T\\d{9}Z");
  private static final DateTimeFormatter MOMENTS =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT);

  /** What the name says; empty for one that says nothing, which may be anything. */
  static Optional<LabelSpan> of(String key) {
    String label = key.substring(key.lastIndexOf('/') + 1).replace(".json", "");
    try {
      if (DAY.matcher(label).matches()) {
        LocalDate day = LocalDate.parse(label);
        return days(day, day.plusDays(1));
      }
      if (MONTH.matcher(label).matches()) {
        LocalDate first = LocalDate.parse(label + "-01");
        return days(first, first.plusMonths(1));
      }
      if (YEAR.matcher(label).matches()) {
        LocalDate first = LocalDate.parse(label + "-01-01");
        return days(first, first.plusYears(1));
      }
      Matcher days = DAYS.matcher(label);
      if (days.matches()) {
        return days(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
      }
      Matcher minutes = MINUTES.matcher(label);
      if (minutes.matches()) {
        return span(
            Minutes.parseRequestText(minutes.group(1)), Minutes.parseRequestText(minutes.group(2)));
      }
      if (MOMENT.matcher(label).matches()) {
        Instant moment = LocalDateTime.parse(label, MOMENTS).toInstant(ZoneOffset.UTC);
        return span(moment, moment.plusMillis(1));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Which keys may belong to units that have an instant in common with a range. */
  static Predicate<String> mayOverlap(Instant from, Instant to) {
    return key ->
        of(key).map(span -> span.from.isBefore(to) && from.isBefore(span.to)).orElse(true);
  }

  /** A unit of that span, of the series that another is of. */
  UnitCoverage coverage(String name, UnitCoverage sibling) {
    return new UnitCoverage(name, sibling.source(), sibling.type(), sibling.series(), from, to);
  }

  private static Optional<LabelSpan> days(LocalDate first, LocalDate end) {
    return span(
        first.atStartOfDay(ZoneOffset.UTC).toInstant(),
        end.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static Optional<LabelSpan> span(Instant from, Instant to) {
    return from.isBefore(to) ? Optional.of(new LabelSpan(from, to)) : Optional.empty();
  }
}
