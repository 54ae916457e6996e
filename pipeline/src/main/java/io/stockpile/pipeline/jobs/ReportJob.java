package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.UnfinishedCommit;
import io.stockpile.pipeline.inventory.Inventory;
import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.Versions;
import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.Finding;
import io.stockpile.pipeline.report.Severity;
import io.stockpile.pipeline.report.export.ReportJson;
import io.stockpile.pipeline.report.export.ReportMetrics;
import io.stockpile.pipeline.report.facts.ArchiveFacts;
import io.stockpile.pipeline.report.facts.SeriesFacts;
import io.stockpile.pipeline.report.page.ReportPage;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.SeriesGuide;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges an archive by its manifests alone, and writes what it found for people and programs. */
public final class ReportJob {
  private static final int SHOWN = 10;

  private final ReportArgs args;
  private final SourceCatalog sources;
  private final Clock clock;
  private final PrintStream out;

  /**
   * @param sources whose units are judged
   * @param clock says what a source still has
   */
  public ReportJob(ReportArgs args, SourceCatalog sources, Clock clock, PrintStream out) {
    this.args = args;
    this.sources = sources;
    this.clock = clock;
    this.out = out;
  }

  /**
   * Reads the archive and writes the files. Changes nothing in the archive.
   *
   * @return {@link JobResult#INCOMPLETE} when something needs a hand or a look, and that was to be
   *     told
   * @throws IOException when the archive cannot be read or a file cannot be written
   */
  public JobResult run() throws IOException, UsageException {
    ArchiveReport report = ArchiveReport.of(facts());
    if (args.page().isPresent()) {
      WholeFile.write(args.page().get(), ReportPage.write(report));
    }
    if (args.metrics().isPresent()) {
      WholeFile.write(args.metrics().get(), ReportMetrics.write(report));
    }
    if (args.json()) {
      out.print(new String(ReportJson.write(report), StandardCharsets.UTF_8));
    } else {
      print(report);
    }
    return args.failOnFindings() && report.wantsAttention()
        ? JobResult.INCOMPLETE
        : JobResult.COMPLETE;
  }

  private ArchiveFacts facts() throws IOException, UsageException {
    try (ObjectStore store = ArchiveRun.open(args.output())) {
      Map<String, List<InventoryEntry>> bySeries = new LinkedHashMap<>();
      for (InventoryEntry unit : new Inventory(sources, store, Optional.empty()).read()) {
        bySeries.computeIfAbsent(unit.series(), series -> new ArrayList<>()).add(unit);
      }
      ArchiveCommand command = new ArchiveCommand(args.output());
      List<SeriesFacts> series = new ArrayList<>();
      for (Map.Entry<String, List<InventoryEntry>> entry : bySeries.entrySet()) {
        String name = entry.getKey();
        Source source = sources.ofSeries(name);
        SeriesGuide guide = source.guide(name, command);
        series.add(new SeriesFacts(name, source, entry.getValue(), guide));
      }
      List<String> unfinished =
          UnfinishedCommit.in(store).stream()
              .filter(commit -> !commit.torn())
              .map(commit -> commit.unit().name())
              .toList();
      return new ArchiveFacts(
          store.root(), clock.instant(), Versions.product(), series, unfinished);
    }
  }

  private void print(ArchiveReport report) {
    List<Finding> act =
        report.findings().stream().filter(one -> one.severity() == Severity.ACT).toList();
    long look = report.findings().stream().filter(one -> one.severity() == Severity.LOOK).count();
    out.println(
        report.facts().root()
            + ": "
            + HumanText.count(act.size(), "finding")
            + " to act on, "
            + HumanText.count(look)
            + " to look at.");
    for (Finding finding : act.subList(0, Math.min(SHOWN, act.size()))) {
      out.println("  " + finding.subject() + ": " + finding.message());
      if (!finding.command().isEmpty()) {
        out.println("    " + finding.command());
      }
    }
    if (act.size() > SHOWN) {
      out.println("  and " + HumanText.count(act.size() - SHOWN) + " more.");
    }
    args.page().ifPresent(page -> out.println("The page: " + page.toAbsolutePath().normalize()));
    args.metrics()
        .ifPresent(file -> out.println("The metrics: " + file.toAbsolutePath().normalize()));
  }
}
