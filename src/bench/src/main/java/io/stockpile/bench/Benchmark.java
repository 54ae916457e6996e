package io.stockpile.bench;

import io.stockpile.bench.BenchmarkOptions.Measured;
import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.Shape;
import io.stockpile.bench.job.Archive;
import io.stockpile.bench.job.BackfillJob;
import io.stockpile.bench.job.DeriveJob;
import io.stockpile.bench.job.Job;
import io.stockpile.bench.job.LandedJob;
import io.stockpile.bench.job.Stockpile;
import io.stockpile.bench.job.StockpileOnFlink;
import io.stockpile.bench.measure.ProcessMeter;
import io.stockpile.simulated.SimulatedFirestream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the shipped bundle beside DuckDB, as the documentation of this package describes. The
 * exit code is 0 when all jobs ran and their outputs agree, 2 when the options are wrong, and
 * otherwise 1.
 */
public final class Benchmark {
  private final BenchmarkOptions options;
  private final ProcessMeter meter;
  private final PrintStream out;

  private Benchmark(BenchmarkOptions options, ProcessMeter meter, PrintStream out) {
    this.options = options;
    this.meter = meter;
    this.out = out;
  }

  /** Runs the benchmark, which takes minutes. */
  public static void main(String[] arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(BenchmarkOptions.USAGE);
      return;
    }
    try {
      BenchmarkOptions options = BenchmarkOptions.of(List.of(arguments));
      new Benchmark(options, meter(), System.out).run();
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      System.err.println("benchmark: " + e.getMessage());
      System.err.print(BenchmarkOptions.USAGE);
      System.exit(2);
    } catch (IOException | SQLException | DifferentOutputException e) {
      System.err.println("benchmark: " + e.getMessage());
      System.exit(1);
    }
  }

  private static ProcessMeter meter() {
    return new ProcessMeter(InstantSource.system(), System::nanoTime);
  }

  private void run()
      throws IOException, InterruptedException, SQLException, DifferentOutputException {
    Path work = options.work();
    Files.createDirectories(work);
    Stockpile stockpile = new Stockpile(options.launcher(), options.bundle(), work);
    out.println("machine: " + Machine.line());
    out.println(
        stockpile.hasClassArchive()
            ? "archive of classes: there"
            : "archive of classes: none, each start takes longer; ./stockpile version makes it");
    Path data = work.resolve("data").resolve(options.data().shape().toString());
    DataFacts facts = DataFiles.ensure(data, options.data());
    out.printf(
        Locale.ROOT,
        "data: synthetic, %s, %d files, %d records, %.1f MB of JSON, %.1f MB of gzip%n",
        facts.settings().shape(),
        facts.files().size(),
        facts.records(),
        facts.textBytes() / 1e6,
        facts.gzipBytes() / 1e6);
    boolean beside = options.slots().isEmpty() && options.erased() == 0;
    out.println("peer: " + (beside ? "DuckDB, " + options.width() : "derive"));
    out.println("load before: " + Machine.load());
    Archive archive = new Archive(work.resolve("archive"), facts, options.width());
    Rounds rounds = new Rounds(meter, facts, work.resolve("logs"), out);
    if (facts.settings().shape() == Shape.TWEETS) {
      DeriveJob derive = DeriveJob.ofAll(stockpile, archive);
      measure(rounds, new LandedJob(derive, archive), stockpile, archive);
    } else {
      try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
        measure(rounds, BackfillJob.of(stockpile, firestream, archive), stockpile, archive);
      }
    }
    lookAtMemory(rounds, stockpile, archive);
    out.println("load after: " + Machine.load());
  }

  /**
   * Fills the archive, if no measured job does that, and measures the chosen jobs.
   *
   * @param filling the job that fills the archive
   */
  private void measure(Rounds rounds, Job filling, Stockpile stockpile, Archive archive)
      throws IOException, InterruptedException, SQLException, DifferentOutputException {
    if (!options.measures(Measured.BACKFILL) || options.rounds() == 0) {
      rounds.once(filling, 0);
    }
    if (options.slots().isEmpty()) {
      List<Job> jobs = new JobsInTurn(options, stockpile, archive).jobs(filling, rounds);
      measure(rounds, jobs, archive.facts());
    } else {
      measureOnFlink(rounds, stockpile, archive);
    }
  }

  /**
   * Measures {@code derive} on clusters that have done a small job before. The embedded bundle
   * takes the place of the peer, because the question is how a cluster compares with it.
   */
  private void measureOnFlink(Rounds rounds, Stockpile stockpile, Archive archive)
      throws IOException, InterruptedException, SQLException, DifferentOutputException {
    List<StockpileOnFlink> clusters = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    try {
      for (int slots : options.slots()) {
        Path directory = options.work().resolve("flink-" + slots);
        StockpileOnFlink flink = StockpileOnFlink.start(options.flinkBundle(), slots, directory);
        clusters.add(flink);
        rounds.once(DeriveJob.ofFirst(1, flink, archive), 0);
        jobs.add(DeriveJob.onFlink(flink, archive));
      }
      jobs.add(DeriveJob.ofAll(stockpile, archive));
      measure(rounds, jobs, archive.facts());
    } finally {
      for (StockpileOnFlink cluster : clusters) {
        cluster.close();
      }
    }
  }

  private void measure(Rounds rounds, List<Job> jobs, DataFacts facts)
      throws IOException, InterruptedException, SQLException, DifferentOutputException {
    if (options.rounds() == 0) {
      return;
    }
    List<Measurement> measurements = rounds.run(jobs, options.rounds());
    out.printf("%nAll outputs agree. %d rounds, whole processes, in turn:%n%n", options.rounds());
    List<String> names = jobs.stream().map(Job::name).toList();
    Report report = new Report(facts);
    out.print(report.table(names, measurements));
    String phases = report.phases(names, measurements);
    if (!phases.isEmpty()) {
      out.printf("%n%s", phases);
    }
  }

  private void lookAtMemory(Rounds rounds, Stockpile stockpile, Archive archive)
      throws IOException, InterruptedException {
    if (options.memoryDays().isEmpty()) {
      return;
    }
    Report report = new Report(archive.facts());
    StringBuilder table = new StringBuilder(report.memoryHeader());
    for (int days : options.memoryDays()) {
      Job derive = DeriveJob.ofFirst(days, stockpile, archive);
      List<Measurement> measurements = new ArrayList<>();
      for (int round = 1; round <= Math.max(1, options.rounds()); round++) {
        measurements.add(rounds.once(derive, round));
      }
      table.append(report.memoryLine(derive.name(), measurements));
    }
    out.printf("%nMemory by the number of days (output: the whole archive's):%n%n%s", table);
  }
}
