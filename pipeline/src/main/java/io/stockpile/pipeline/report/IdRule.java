package io.stockpile.pipeline.report;

import io.stockpile.pipeline.report.facts.IdDay;
import io.stockpile.pipeline.report.facts.IdDays;
import io.stockpile.pipeline.text.HumanText;
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

/** Finds days with fewer ids than the days around them, and gaps in the ids between days. */
final class IdRule {
  private static final double THIN_SHARE = 0.5;
  private static final double SPREADS = 4;
  private static final double LEAST_SPREAD = 0.05;
  private static final double DEVIATIONS_TO_SPREAD = 1.4826;
  private static final int FEWEST_DAYS = 5;
  private static final int FEWEST_ROWS = 20;
  private static final double HOLE_OF_A_DAY = 0.02;
  private static final double HOLE_OF_OTHERS = 10;

  private IdRule() {}

  static List<Finding> findings(List<IdDay> days) {
    List<Finding> findings = new ArrayList<>();
    if (days.size() >= FEWEST_DAYS) {
      thin(days, findings);
      holes(days, findings);
    }
    return findings;
  }

  private static void thin(List<IdDay> days, List<Finding> findings) {
    NavigableMap<LocalDate, Double> shares = new TreeMap<>();
    days.forEach(day -> shares.put(day.day(), day.share()));
    Neighbourhood neighbours = new Neighbourhood(shares);
    for (IdDay day : days) {
      Optional<Neighbourhood.Expected> found = neighbours.expected(day.day());
      if (found.isPresent() && day.expected() >= FEWEST_ROWS && thin(day, found.get())) {
        findings.add(thinDay(day, found.get().median()));
      }
    }
  }

  private static boolean thin(IdDay day, Neighbourhood.Expected expected) {
    List<Double> deviations =
        expected.sorted().stream().map(share -> Math.abs(share - expected.median())).toList();
    double spread =
        Math.max(
            LEAST_SPREAD * expected.median(),
            DEVIATIONS_TO_SPREAD * Neighbourhood.medianOf(deviations));
    return day.share() < expected.median() * THIN_SHARE
        && day.share() < expected.median() - SPREADS * spread;
  }

  private static Finding thinDay(IdDay day, double median) {
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("ids", day.expected());
    values.put("seen", day.seen());
    values.put("expected_share", median);
    String message =
        "%s has %s of the %s ids from %s to %s (%s); the days around have %s of theirs."
            .formatted(
                day.day(),
                HumanText.count(day.seen()),
                HumanText.count(day.expected()),
                Long.toString(day.least()),
                Long.toString(day.greatest()),
                percent(day.share()),
                percent(median));
    return finding(Rule.IDS_THIN, day.day(), 1, message, values);
  }

  private static void holes(List<IdDay> days, List<Finding> findings) {
    double ordinaryDay =
        Neighbourhood.medianOf(days.stream().map(day -> (double) day.expected()).toList());
    double ordinaryHole =
        Neighbourhood.medianOf(days.stream().map(day -> (double) day.before()).toList());
    for (IdDay day : days) {
      if (day.before() > HOLE_OF_A_DAY * ordinaryDay
          && day.before() > HOLE_OF_OTHERS * Math.max(1, ordinaryHole)) {
        findings.add(hole(day, ordinaryHole));
      }
    }
  }

  private static Finding hole(IdDay day, double ordinary) {
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("ids", day.before());
    values.put("ordinary", ordinary);
    String message =
        "%s ids, from %s to %s, lie between the last of %s and the first of %s; between other days"
            + " there are about %s.";
    return finding(
        Rule.IDS_HOLE,
        day.day().minusDays(1),
        2,
        message.formatted(
            HumanText.count(day.before()),
            Long.toString(day.least() - day.before()),
            Long.toString(day.least() - 1),
            day.day().minusDays(1),
            day.day(),
            HumanText.count(Math.round(ordinary))),
        values);
  }

  private static Finding finding(
      Rule rule, LocalDate day, int days, String message, Map<String, Number> values) {
    Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = day.plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Finding(
        rule, Severity.LOOK, IdDays.TABLE, from, to, message, values, "", Optional.empty());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
