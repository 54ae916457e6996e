package io.stockpile.pipeline.report;

import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.SeriesFacts;
import io.stockpile.pipeline.text.HumanText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds days with many rejected lines. Consecutive days are one finding. */
final class RejectRule {
  private static final double SHARE = 0.01;

  private RejectRule() {}

  static List<Finding> findings(SeriesFacts series, List<DayFacts> days) {
    List<Finding> findings = new ArrayList<>();
    List<DayFacts> run = new ArrayList<>();
    for (DayFacts day : days) {
      if (day.rejectedShare() > SHARE) {
        run.add(day);
      } else if (!run.isEmpty()) {
        findings.add(finding(series, run));
        run.clear();
      }
    }
    if (!run.isEmpty()) {
      findings.add(finding(series, run));
    }
    return findings;
  }

  private static Finding finding(SeriesFacts series, List<DayFacts> run) {
    long lines = run.stream().mapToLong(DayFacts::lines).sum();
    long rejected = run.stream().mapToLong(DayFacts::rejected).sum();
    DayFacts first = run.get(0);
    DayFacts last = run.get(run.size() - 1);
    Instant from = first.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = last.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("lines", lines);
    values.put("rejected", rejected);
    String message =
        "%s of %s of %s were rejected (%s)."
            .formatted(
                HumanText.count(rejected),
                HumanText.count(lines, "line"),
                run.size() == 1 ? first.day() : first.day() + " to " + last.day(),
                String.format(Locale.ROOT, "%.1f%%", 100.0 * rejected / lines));
    return new Finding(
        Rule.LINES_REJECTED,
        Severity.LOOK,
        series.name(),
        from,
        to,
        message,
        values,
        "",
        Optional.empty());
  }
}
