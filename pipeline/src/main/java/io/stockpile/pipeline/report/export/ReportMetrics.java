package io.stockpile.pipeline.report.export;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.Unit;
import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.Finding;
import io.stockpile.pipeline.report.Rule;
import io.stockpile.pipeline.report.Severity;
import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.DayState;
import io.stockpile.pipeline.report.facts.TableFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Writes a report's numbers as OpenMetrics text. All are gauges, because they fall when something
 * is replaced or erased. With gauges only, text file collectors that read the older format accept
 * the file too.
 */
public final class ReportMetrics {
  private static final Duration RECENT = Duration.ofDays(30);
  private static final int RECENT_DAYS = 7;
  private static final Optional<Unit> NONE = Optional.empty();

  private final ArchiveReport report;
  private final MetricFamilies families = new MetricFamilies();

  private ReportMetrics(ArchiveReport report) {
    this.report = report;
  }

  /** The text in UTF-8. */
  public static byte[] write(ArchiveReport report) {
    ReportMetrics metrics = new ReportMetrics(report);
    metrics.declare();
    metrics.fill();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      OpenMetricsTextFormatWriter.create()
          .write(text, metrics.families.snapshots(), EscapingScheme.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written but into memory", e);
    }
    return text.toByteArray();
  }

  private void declare() {
    families.declare(
        "report_timestamp_seconds", Optional.of(Unit.SECONDS), "When the archive was read.");
    families.declare("dates", NONE, "UTC days of a series by their state.");
    families.declare(
        "oldest_timestamp_seconds",
        Optional.of(Unit.SECONDS),
        "The first instant of a series of which tables are here.");
    families.declare(
        "newest_timestamp_seconds",
        Optional.of(Unit.SECONDS),
        "The first instant after the newest of a series of which tables are here.");
    families.declare(
        "expiry_timestamp_seconds",
        Optional.of(Unit.SECONDS),
        "When the source forgets the first of what is missing and can still be had.");
    families.declare("lines", NONE, "Lines of a series by what became of them.");
    families.declare(
        "recent_rejected_ratio",
        Optional.of(Unit.RATIO),
        "Share of rejected lines in the newest seven days of a series that have lines.");
    families.declare(
        "id_holes",
        NONE,
        "Ranges of ids of a series of which nothing is here, by whether they can still be had.");
    families.declare("rejected_lines", NONE, "Rejected lines of a series by reason.");
    families.declare("landed_size_bytes", Optional.of(Unit.BYTES), "Size of what was landed.");
    families.declare("table_files", NONE, "Files of a table.");
    families.declare("table_rows", NONE, "Rows of a table.");
    families.declare("table_size_bytes", Optional.of(Unit.BYTES), "Size of a table's files.");
    families.declare("findings", NONE, "Findings of a rule that are not only good to know.");
    families.declare(
        "recent_findings", NONE, "The same, of those about some of the last thirty days.");
  }

  private void fill() {
    Instant now = report.facts().asOf();
    families.point("report_timestamp_seconds", now.getEpochSecond());
    report.series().forEach(this::series);
    for (TableFacts table : report.tables()) {
      families.point("table_files", table.total().files(), "table", table.table());
      families.point("table_rows", table.total().rows(), "table", table.table());
      families.point("table_size_bytes", table.total().bytes(), "table", table.table());
    }
    report
        .rejects()
        .forEach(
            reason ->
                families.point(
                    "rejected_lines",
                    reason.lines(),
                    "series",
                    reason.series(),
                    "reason",
                    reason.reason()));
    for (Rule rule : Rule.values()) {
      families.point("findings", findings(rule, Instant.MIN), "rule", rule.word());
      families.point("recent_findings", findings(rule, now.minus(RECENT)), "rule", rule.word());
    }
  }

  private long findings(Rule rule, Instant since) {
    return report.findings().stream()
        .filter(finding -> finding.rule() == rule && finding.severity() != Severity.NOTE)
        .filter(finding -> finding.to().isAfter(since))
        .count();
  }

  private void series(ArchiveReport.Series series) {
    String name = series.facts().name();
    for (DayState state : DayState.values()) {
      long days = series.days().stream().filter(day -> day.state() == state).count();
      families.point("dates", days, "series", name, "state", state.word());
    }
    List<InventoryEntry> held =
        series.facts().units().stream()
            .filter(
                unit ->
                    unit.state() == InventoryEntry.State.COMPLETE
                        || unit.state() == InventoryEntry.State.INCOMPLETE)
            .toList();
    held.stream()
        .map(InventoryEntry::from)
        .min(Instant::compareTo)
        .ifPresent(
            first ->
                families.point("oldest_timestamp_seconds", first.getEpochSecond(), "series", name));
    held.stream()
        .map(InventoryEntry::to)
        .max(Instant::compareTo)
        .ifPresent(
            last ->
                families.point("newest_timestamp_seconds", last.getEpochSecond(), "series", name));
    report.findings().stream()
        .filter(finding -> finding.subject().equals(name))
        .map(Finding::until)
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .ifPresent(
            until ->
                families.point("expiry_timestamp_seconds", until.getEpochSecond(), "series", name));
    lines(series, name, "rows", DayFacts::rows);
    lines(series, name, "duplicates", DayFacts::duplicates);
    lines(series, name, "rejected", DayFacts::rejected);
    lines(series, name, "erased", DayFacts::erased);
    families.point(
        "landed_size_bytes",
        series.facts().units().stream().mapToLong(InventoryEntry::landedBytes).sum(),
        "series",
        name);
    if (!series.ids().held().isEmpty()) {
      holes(series, name, "open", false);
      holes(series, name, "for_good", true);
    }
    recentlyRejected(series, name);
  }

  private void holes(ArchiveReport.Series series, String name, String state, boolean forGood) {
    long holes = series.ids().gaps().stream().filter(gap -> gap.forGood() == forGood).count();
    families.point("id_holes", holes, "series", name, "state", state);
  }

  private void lines(
      ArchiveReport.Series series, String name, String outcome, ToLongFunction<DayFacts> figure) {
    families.point(
        "lines",
        series.days().stream().mapToLong(figure).sum(),
        "series",
        name,
        "outcome",
        outcome);
  }

  private void recentlyRejected(ArchiveReport.Series series, String name) {
    List<DayFacts> all = series.days().stream().filter(day -> day.lines() > 0).toList();
    List<DayFacts> newest = all.subList(Math.max(0, all.size() - RECENT_DAYS), all.size());
    long lines = newest.stream().mapToLong(DayFacts::lines).sum();
    long rejected = newest.stream().mapToLong(DayFacts::rejected).sum();
    if (lines > 0) {
      families.point("recent_rejected_ratio", (double) rejected / lines, "series", name);
    }
  }
}
