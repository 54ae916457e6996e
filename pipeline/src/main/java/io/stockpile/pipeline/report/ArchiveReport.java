package io.stockpile.pipeline.report;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.report.facts.ArchiveFacts;
import io.stockpile.pipeline.report.facts.DayCalendar;
import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.IdDay;
import io.stockpile.pipeline.report.facts.IdDays;
import io.stockpile.pipeline.report.facts.RejectedReason;
import io.stockpile.pipeline.report.facts.SeriesFacts;
import io.stockpile.pipeline.report.facts.TableFacts;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of a report, in whatever format it is written.
 *
 * @param findings the most urgent first
 * @param series the series, each with its days
 * @param ids the ids by day, of the table whose ids are counted
 * @param tables the tables by name
 * @param rejects the reasons for rejected lines, those with the most lines first
 */
public record ArchiveReport(
    ArchiveFacts facts,
    List<Finding> findings,
    List<Series> series,
    List<IdDay> ids,
    List<TableFacts> tables,
    List<RejectedReason> rejects) {
  private static final Comparator<Finding> MOST_URGENT_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.until().orElse(Instant.MAX))
          .thenComparing(Finding::rule)
          .thenComparing(Finding::from, Comparator.reverseOrder())
          .thenComparing(Finding::subject);

  public ArchiveReport {
    findings = List.copyOf(findings);
    series = List.copyOf(series);
    ids = List.copyOf(ids);
    tables = List.copyOf(tables);
    rejects = List.copyOf(rejects);
  }

  /**
   * A series with its days.
   *
   * @param days all days from the first to the last
   * @param ids the held and missing ids, for a series that is counted by ids
   */
  public record Series(SeriesFacts facts, List<DayFacts> days, IdHistory ids) {
    public Series {
      days = List.copyOf(days);
    }
  }

  /** Applies all rules to the facts. */
  public static ArchiveReport of(ArchiveFacts facts) {
    List<Series> all = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (SeriesFacts series : facts.series()) {
      List<DayFacts> days = DayCalendar.of(series);
      IdHistory ids = series.ids();
      all.add(new Series(series, days, ids));
      findings.addAll(IdRangeRule.findings(series, ids));
      findings.addAll(CoverageRule.findings(series, facts.asOf()));
      findings.addAll(VolumeRule.findings(series, days));
      findings.addAll(RejectRule.findings(series, days));
    }
    List<IdDay> idDays = IdDays.of(facts.series());
    findings.addAll(IdRule.findings(idDays));
    facts.unfinishedCommits().forEach(unit -> findings.add(unfinished(unit, facts.asOf())));
    findings.sort(MOST_URGENT_FIRST);
    return new ArchiveReport(facts, findings, all, idDays, tables(facts), rejects(facts));
  }

  /** Whether there is a finding that asks for action or for a look. */
  public boolean wantsAttention() {
    return findings.stream().anyMatch(finding -> finding.severity() != Severity.NOTE);
  }

  private static Finding unfinished(String unit, Instant now) {
    return new Finding(
        Rule.COMMIT_UNFINISHED,
        Severity.NOTE,
        unit,
        now,
        now,
        unit + " is being committed, or was when something stopped; the next run finishes it.",
        Map.of(),
        "",
        Optional.empty());
  }

  private static List<TableFacts> tables(ArchiveFacts facts) {
    Map<String, SortedMap<YearMonth, TableFacts.Size>> tables = new TreeMap<>();
    for (SeriesFacts series : facts.series()) {
      for (InventoryEntry unit : series.units()) {
        for (DataFile file : unit.files()) {
          tables
              .computeIfAbsent(file.table(), table -> new TreeMap<>())
              .merge(
                  YearMonth.from(file.date()),
                  new TableFacts.Size(1, file.rows(), file.bytes()),
                  TableFacts.Size::plus);
        }
      }
    }
    List<TableFacts> all = new ArrayList<>();
    tables.forEach(
        (table, months) ->
            all.add(
                new TableFacts(
                    table,
                    months.values().stream().reduce(TableFacts.Size.NOTHING, TableFacts.Size::plus),
                    months)));
    return all;
  }

  private static List<RejectedReason> rejects(ArchiveFacts facts) {
    Map<String, RejectedReason> all = new LinkedHashMap<>();
    for (SeriesFacts series : facts.series()) {
      for (InventoryEntry unit : series.units()) {
        RejectedFile rejected =
            unit.derived().map(ManifestContent.Derived::rejected).orElse(RejectedFile.NONE);
        rejected
            .reasons()
            .forEach(
                (reason, lines) ->
                    all.merge(
                        series.name() + "\n" + reason,
                        new RejectedReason(
                            series.name(),
                            reason,
                            lines,
                            1,
                            unit.unit(),
                            rejected.path(),
                            firstLine(rejected, reason)),
                        ArchiveReport::together));
      }
    }
    return all.values().stream()
        .sorted(Comparator.comparing(RejectedReason::lines, Comparator.reverseOrder()))
        .toList();
  }

  private static OptionalLong firstLine(RejectedFile rejected, String reason) {
    Long line = rejected.firstLines().get(reason);
    return line == null ? OptionalLong.empty() : OptionalLong.of(line);
  }

  private static RejectedReason together(RejectedReason before, RejectedReason newer) {
    return new RejectedReason(
        newer.series(),
        newer.reason(),
        before.lines() + newer.lines(),
        before.units() + newer.units(),
        newer.example(),
        newer.file(),
        newer.line());
  }
}
