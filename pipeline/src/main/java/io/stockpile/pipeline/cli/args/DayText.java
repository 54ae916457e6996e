package io.stockpile.pipeline.cli.args;

import io.stockpile.pipeline.cli.options.shared.DayOptions;
import io.stockpile.pipeline.inventory.DayRange;
import io.stockpile.pipeline.run.UsageException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days, in UTC whatever the machine's zone. */
public final class DayText {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern YESTERDAY = Pattern.compile("yesterday(?:-(\\d{1,5}))?");

  private final Clock clock;

  DayText(Clock clock) {
    this.clock = clock;
  }

  /** The days that the options name; empty when they name none. */
  Optional<DayRange> days(DayOptions options) throws UsageException {
    String from = options.getFrom();
    String to = options.getTo();
    String date = options.getDate();
    if (!date.isEmpty()) {
      if (!from.isEmpty() || !to.isEmpty()) {
        throw new UsageException(
            "Option --date stands for one day and --from with --to for a range; give one of the"
                + " two.");
      }
      LocalDate day = day("date", date);
      return Optional.of(new DayRange(day, day.plusDays(1)));
    }
    return range(from, to, to.isEmpty() ? LocalDate.MAX : bound("to", to));
  }

  private Optional<DayRange> range(String from, String to, LocalDate end) throws UsageException {
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    if (from.isEmpty() || to.isEmpty()) {
      throw new UsageException(
          "Option --"
              + (from.isEmpty() ? "from" : "to")
              + " is missing: --from is the first day and --to the first day after the range.");
    }
    LocalDate first = bound("from", from);
    if (!first.isBefore(end)) {
      throw new UsageException(
          "The range from "
              + first
              + " to "
              + end
              + " has no day: --to is the first day after the range and must be later than --from."
              + (first.equals(end) ? " For this one day: --date=" + first : ""));
    }
    return Optional.of(new DayRange(first, end));
  }

  /**
   * Like {@link #days}, but with every day that a range of timestamps has some of: what a job looks
   * at that is not cut at midnight.
   */
  Optional<DayRange> touchedDays(DayOptions options) throws UsageException {
    if (!options.getDate().isEmpty() || options.getTo().indexOf('T') < 0) {
      return days(options);
    }
    LocalDate end = bound("to", options.getTo());
    boolean midnight =
        OffsetDateTime.parse(options.getTo())
            .toInstant()
            .equals(end.atStartOfDay(ZoneOffset.UTC).toInstant());
    return range(options.getFrom(), options.getTo(), midnight ? end : end.plusDays(1));
  }

  /** As {@link #days}, where there is nothing to do without them. */
  DayRange requiredDays(DayOptions options) throws UsageException {
    return days(options)
        .orElseThrow(
            () ->
                new UsageException(
                    "The days are missing: give --from and --to (the first day after the range), or"
                        + " --date, for example --from=2016-12-01 --to=2017-01-01 or"
                        + " --date=yesterday."));
  }

  /** One day by its date or its name. */
  LocalDate day(String option, String value) throws UsageException {
    Optional<LocalDate> named = named(value);
    return named.isPresent()
        ? named.get()
        : date(option, value, "a day such as 2016-12-05, today, yesterday or yesterday-2");
  }

  /** A day by its date or its name; empty when it is neither. */
  Optional<LocalDate> dayOf(String value) {
    Optional<LocalDate> named = named(value);
    if (named.isPresent() || !DAY.matcher(value).matches()) {
      return named;
    }
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> named(String value) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (value.equals("today")) {
      return Optional.of(today);
    }
    Matcher yesterday = YESTERDAY.matcher(value);
    if (yesterday.matches()) {
      String more = yesterday.group(1);
      return Optional.of(today.minusDays(1L + (more == null ? 0 : Integer.parseInt(more))));
    }
    return Optional.empty();
  }

  /** An end of a range: a date, a day by its name, or a timestamp of a scheduler's. */
  private LocalDate bound(String option, String value) throws UsageException {
    Optional<LocalDate> named = named(value);
    if (named.isPresent()) {
      return named.get();
    }
    String accepted =
        "a day such as 2016-12-05, today, yesterday or yesterday-2, or a timestamp such as"
            + " 2016-12-05T00:00:00+00:00";
    if (value.indexOf('T') < 0) {
      return date(option, value, accepted);
    }
    try {
      return OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    } catch (DateTimeException e) {
      throw OptionText.refused(option, value, accepted);
    }
  }

  private static LocalDate date(String option, String value, String accepted)
      throws UsageException {
    try {
      if (DAY.matcher(value).matches()) {
        return LocalDate.parse(value);
      }
    } catch (DateTimeException e) {
      throw OptionText.refused(option, value, accepted + " that exists");
    }
    throw OptionText.refused(option, value, accepted);
  }
}
