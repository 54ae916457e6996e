package io.stockpile.pipeline.cli.args;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.pipeline.cli.options.shared.MinuteOptions;
import io.stockpile.pipeline.run.UsageException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the minutes that options name. */
public final class MinuteText {
  private static final String ACCEPTED =
      "a minute with its zone such as 2016-06-01T00:00Z, or a day such as 2016-06-01, today,"
          + " yesterday or yesterday-2";

  private final DayText days;

  /**
   * @param clock says what day it is
   */
  MinuteText(Clock clock) {
    this.days = new DayText(clock);
  }

  /** The minutes that the options name. */
  MinuteRange range(MinuteOptions options) throws UsageException {
    return range(options.getFrom(), options.getTo(), options.getDate());
  }

  /** The minutes that the values of {@code from}, {@code to} and {@code date} name. */
  MinuteRange range(String from, String to, String date) throws UsageException {
    if (!date.isEmpty()) {
      if (!from.isEmpty() || !to.isEmpty()) {
        throw new UsageException(
            "Option --date stands for one day and --from with --to for a range; give one of the"
                + " two.");
      }
      LocalDate day = days.day("date", date);
      return new MinuteRange(start(day), start(day.plusDays(1)));
    }
    if (from.isEmpty() || to.isEmpty()) {
      throw new UsageException(
          "The minutes are missing: give --from and --to (the first minute after the range), for"
              + " example --from=2016-06-01T00:00Z --to=2016-06-01T02:00Z, or --date=yesterday.");
    }
    Instant first = minute("from", from);
    Instant end = minute("to", to);
    if (!first.isBefore(end)) {
      throw new UsageException(
          "The range from "
              + Minutes.text(first)
              + " to "
              + Minutes.text(end)
              + " has no minute: --to is the first minute after the range and must be later than"
              + " --from.");
    }
    return new MinuteRange(first, end);
  }

  private Instant minute(String option, String value) throws UsageException {
    if (value.indexOf('T') < 0) {
      Optional<LocalDate> day = days.dayOf(value);
      return start(day.orElseThrow(() -> OptionText.refused(option, value, ACCEPTED)));
    }
    try {
      return Minutes.floor(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      throw OptionText.refused(option, value, ACCEPTED);
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
