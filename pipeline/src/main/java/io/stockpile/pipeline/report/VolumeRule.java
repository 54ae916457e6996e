package io.stockpile.pipeline.report;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.DayState;
import io.stockpile.pipeline.report.facts.SeriesFacts;
import io.stockpile.pipeline.text.HumanText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Finds complete days with far fewer or far more lines than expected from the days around them. */
final class VolumeRule {
  private static final double FACTOR_SAME_WEEKDAY = 4;
  private static final double FACTOR_AROUND = 8;
  private static final double FACTOR_EXTREME = 2;
  private static final double SPREADS = 4;
  private static final double LEAST_SPREAD = 0.25;
  private static final double DEVIATIONS_TO_SPREAD = 1.4826;

  /**
   * A day counts as a holiday if it has at least this share of the lines of the quietest weekday.
   */
  private static final double LIKE_A_QUIET_DAY = 0.7;

  private static final double QUIET_WEEKDAY_SHARE = 0.1;

  private final SeriesFacts series;
  private final Neighbourhood neighbours;

  private VolumeRule(SeriesFacts series, NavigableMap<LocalDate, Double> volumes) {
    this.series = series;
    this.neighbours = new Neighbourhood(volumes);
  }

  static List<Finding> findings(SeriesFacts series, List<DayFacts> days) {
    NavigableMap<LocalDate, Double> volumes = new TreeMap<>();
    for (DayFacts day : days) {
      if (day.state() == DayState.COMPLETE) {
        volumes.put(day.day(), (double) day.lines());
      }
    }
    VolumeRule rule = new VolumeRule(series, volumes);
    List<Finding> findings = new ArrayList<>();
    for (DayFacts day : days) {
      if (day.state() == DayState.COMPLETE) {
        rule.judge(day).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> judge(DayFacts day) {
    Optional<Neighbourhood.Expected> found = neighbours.expected(day.day());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Neighbourhood.Expected expected = found.get();
    double factor = expected.sameWeekday() ? FACTOR_SAME_WEEKDAY : FACTOR_AROUND;
    double lines = day.lines();
    boolean low =
        lines * factor < expected.median()
            && distance(lines, expected) < -SPREADS
            && (expected.sameWeekday() || lines * FACTOR_EXTREME < expected.least());
    boolean high =
        lines > expected.median() * factor
            && distance(lines, expected) > SPREADS
            && (expected.sameWeekday() || lines > expected.greatest() * FACTOR_EXTREME);
    if (low) {
      return Optional.of(low(day, expected));
    }
    return high
        ? Optional.of(finding(day, expected, Rule.VOLUME_HIGH, Severity.LOOK, ""))
        : Optional.empty();
  }

  private Finding low(DayFacts day, Neighbourhood.Expected expected) {
    boolean quiet =
        neighbours
            .quietestWeekday(day.day())
            .filter(least -> least >= expected.median() * QUIET_WEEKDAY_SHARE)
            .filter(least -> day.lines() >= least * LIKE_A_QUIET_DAY)
            .isPresent();
    return quiet
        ? finding(
            day,
            expected,
            Rule.VOLUME_LOW,
            Severity.NOTE,
            " It is about as quiet as the quietest weekday around it: a holiday looks like this.")
        : finding(day, expected, Rule.VOLUME_LOW, Severity.ACT, "");
  }

  /**
   * The distance of a day from the expected value, in units of the usual spread. Computed with
   * logarithms; small counts have a greater spread.
   */
  private static double distance(double lines, Neighbourhood.Expected expected) {
    List<Double> deviations = new ArrayList<>();
    for (double value : expected.sorted()) {
      deviations.add(Math.abs(logarithm(value) - logarithm(expected.median())));
    }
    double ordinary =
        Math.max(LEAST_SPREAD, DEVIATIONS_TO_SPREAD * Neighbourhood.medianOf(deviations));
    double spread = Math.sqrt(ordinary * ordinary + 1 / (expected.median() + 1));
    return (logarithm(lines) - logarithm(expected.median())) / spread;
  }

  private static double logarithm(double count) {
    return Math.log(count + 0.5);
  }

  private Finding finding(
      DayFacts day, Neighbourhood.Expected expected, Rule rule, Severity severity, String more) {
    Instant from = day.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = day.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("lines", day.lines());
    values.put("expected", expected.median());
    values.put("compared_days", expected.sorted().size());
    String compared =
        expected.sameWeekday()
            ? HumanText.count(expected.sorted().size())
                + " other "
                + weekday(day.day())
                + "s around"
            : "the " + HumanText.count(expected.sorted().size()) + " days around";
    String message =
        "%s has %s where %s lead one to expect %s (%s)."
            .formatted(
                day.day(),
                HumanText.count(day.lines(), "line"),
                compared,
                HumanText.count(Math.round(expected.median())),
                ratio(day.lines(), expected.median()));
    return new Finding(
        rule,
        severity,
        series.name(),
        from,
        to,
        message + more,
        values,
        rule == Rule.VOLUME_LOW ? again(from, to) : "",
        Optional.empty());
  }

  /**
   * The command that brings the days in again; empty when they belong to several units, or to one
   * that is not requested by itself.
   */
  private String again(Instant from, Instant to) {
    List<InventoryEntry> units =
        series.units().stream()
            .filter(unit -> unit.from().isBefore(to) && from.isBefore(unit.to()))
            .toList();
    if (units.size() != 1) {
      return "";
    }
    InventoryEntry unit = units.get(0);
    Duration length = Duration.between(unit.from(), unit.to());
    return series.step().filter(step -> !step.equals(length)).isPresent()
        ? ""
        : series.guide().replace(unit.from(), unit.to());
  }

  private static String weekday(LocalDate day) {
    String name = day.getDayOfWeek().name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String ratio(double lines, double expected) {
    double percent = 100 * lines / Math.max(expected, 1);
    return percent < 10 || percent >= 1000
        ? String.format(Locale.ROOT, percent < 10 ? "%.1f%%" : "%,.0f%%", percent)
        : String.format(Locale.ROOT, "%.0f%%", percent);
  }
}
