package io.stockpile.pipeline.report.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.connectors.json.RecordFile;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.Finding;
import io.stockpile.pipeline.report.Rule;
import io.stockpile.pipeline.report.Severity;
import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.RejectedReason;
import io.stockpile.pipeline.report.facts.TableFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Writes a report as JSON. The members are the components of the records in this class, in snake
 * case. Findings are sorted by urgency; times are instants in UTC.
 */
public final class ReportJson {
  private static final int VERSION = 1;

  private ReportJson() {}

  /** The JSON in UTF-8. */
  public static byte[] write(ArchiveReport report) {
    return RecordFile.write(
        new ReportFile(
            VERSION,
            report.facts().root(),
            report.facts().asOf(),
            report.findings().stream().map(FindingEntry::of).toList(),
            report.series().stream().map(SeriesEntry::of).toList(),
            report.tables().stream().map(TableEntry::of).toList(),
            report.rejects().stream().map(RejectEntry::of).toList()));
  }

  private record ReportFile(
      int version,
      String root,
      Instant asOf,
      List<FindingEntry> findings,
      List<SeriesEntry> series,
      List<TableEntry> tables,
      List<RejectEntry> rejects) {}

  private record FindingEntry(
      Rule rule,
      Severity severity,
      String subject,
      Instant from,
      Instant to,
      String message,
      Map<String, Number> values,
      @JsonInclude(Include.NON_EMPTY) String command,
      @JsonInclude(Include.NON_NULL) Instant until) {

    static FindingEntry of(Finding finding) {
      return new FindingEntry(
          finding.rule(),
          finding.severity(),
          finding.subject(),
          finding.from(),
          finding.to(),
          finding.message(),
          finding.values(),
          finding.command(),
          finding.until().orElse(null));
    }
  }

  private record SeriesEntry(
      String series,
      @JsonInclude(Include.NON_NULL) LocalDate firstDay,
      @JsonInclude(Include.NON_NULL) LocalDate lastDay,
      Map<String, Long> days,
      long lines,
      long rows,
      long duplicates,
      long rejected,
      long erased,
      long bytes,
      @JsonInclude(Include.NON_EMPTY) List<RangeEntry> idRanges,
      @JsonInclude(Include.NON_EMPTY) List<IdHistory.Gap> idHoles) {

    static SeriesEntry of(ArchiveReport.Series series) {
      List<DayFacts> days = series.days();
      return new SeriesEntry(
          series.facts().name(),
          days.isEmpty() ? null : days.get(0).day(),
          days.isEmpty() ? null : days.get(days.size() - 1).day(),
          days.stream()
              .collect(
                  Collectors.groupingBy(
                      day -> day.state().word(), TreeMap::new, Collectors.counting())),
          sum(days, DayFacts::lines),
          sum(days, DayFacts::rows),
          sum(days, DayFacts::duplicates),
          sum(days, DayFacts::rejected),
          sum(days, DayFacts::erased),
          sum(days, DayFacts::bytes),
          series.ids().held().stream().map(RangeEntry::of).toList(),
          series.ids().gaps());
    }

    private static long sum(List<DayFacts> days, ToLongFunction<DayFacts> figure) {
      return days.stream().mapToLong(figure).sum();
    }
  }

  private record RangeEntry(
      long oldest,
      long newest,
      int units,
      Instant seenAt,
      @JsonInclude(Include.NON_NULL) Instant oldestAt) {

    static RangeEntry of(IdHistory.Range range) {
      return new RangeEntry(
          range.oldest(),
          range.newest(),
          range.units(),
          range.seenAt(),
          range.oldestAt().orElse(null));
    }
  }

  private record TableEntry(String table, long files, long rows, long bytes) {

    static TableEntry of(TableFacts table) {
      return new TableEntry(
          table.table(), table.total().files(), table.total().rows(), table.total().bytes());
    }
  }

  private record RejectEntry(
      String series,
      String reason,
      long lines,
      long units,
      String exampleUnit,
      String exampleFile,
      @JsonInclude(Include.NON_NULL) Long exampleLine) {

    static RejectEntry of(RejectedReason reason) {
      return new RejectEntry(
          reason.series(),
          reason.reason(),
          reason.lines(),
          reason.units(),
          reason.example(),
          reason.file(),
          reason.line().isPresent() ? reason.line().getAsLong() : null);
    }
  }
}
