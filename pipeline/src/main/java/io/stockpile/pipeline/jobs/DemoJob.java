package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.DayRange;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.firestream.BackfillArgs;
import io.stockpile.pipeline.sources.firestream.BackfillJob;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.SourceCatalog;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.SimulatedStockTwits;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@code backfill}, {@code replay} and {@code collect} against simulated services, faults
 * included.
 */
public final class DemoJob {
  private static final LocalDate FIRST_DAY = LocalDate.of(2016, 12, 5);
  private static final DayRange DAYS = new DayRange(FIRST_DAY, FIRST_DAY.plusDays(3));
  private static final int MESSAGES = 2_000;
  private static final int ACTIVITIES = 500;
  private static final CredentialsReference CREDENTIALS =
      CredentialsReference.parse("env:SIMULATED");
  private static final CredentialsReference REPLAY_CREDENTIALS =
      CredentialsReference.parse("env:SIMULATED_REPLAY");
  private static final CredentialsReference API_CREDENTIALS =
      CredentialsReference.parse("env:SIMULATED_API");
  private static final long SEED = 20161205;

  private final String output;
  private final SourceCatalog sources;
  private final JobContext context;

  /**
   * @param output directory of the archive
   * @param sources whose units are listed at the end
   */
  public DemoJob(String output, SourceCatalog sources, JobContext context) {
    this.sources = sources;
    this.output = output;
    this.context = context;
  }

  /** Runs it, and ends with what was written and a query to paste. */
  public JobResult run() throws IOException, UsageException {
    PrintStream out = context.out();
    try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
      offer(firestream);
      out.println(
          "A simulated Firestream at "
              + firestream.url()
              + " has messages and activities of three days: one message comes late, one line is"
              + " broken, one link expires, one download breaks off.");
      JobResult result = new BackfillJob(args(firestream), demonstrated("")).run();
      out.println();
      result =
          result.or(new ReplayDemo(location(), demonstrated("-replay")).run(REPLAY_CREDENTIALS));
      out.println();
      result = result.or(new CollectDemo(location(), demonstrated("-api")).run(API_CREDENTIALS));
      out.println();
      JobResult status =
          new StatusJob(
                  new StatusArgs(location(), Optional.empty(), false),
                  sources,
                  context.surroundings().clock(),
                  out)
              .run();
      out.println();
      JobResult report =
          new ReportJob(
                  new ReportArgs(
                      location(),
                      Optional.of(Path.of(output, "_report.html")),
                      Optional.empty(),
                      false,
                      false),
                  sources,
                  context.surroundings().clock(),
                  out)
              .run();
      query(out);
      return result.or(status).or(report);
    }
  }

  private static void offer(SimulatedFirestream firestream) {
    SimulatedData data = new SimulatedData(SEED);
    for (LocalDate day : DAYS.days().toList()) {
      firestream.put("message", day, data.messages(day, MESSAGES).gzip());
      firestream.put("activity", day, data.activities(day, ACTIVITIES).gzip());
    }
    LocalDate second = FIRST_DAY.plusDays(1);
    LocalDate third = FIRST_DAY.plusDays(2);
    firestream.put(
        "message",
        second,
        data.messages(second, MESSAGES)
            .with(data.lateMessage(second))
            .with(data.malformedLine(second))
            .gzip());
    firestream.onDownload("message", FIRST_DAY, Fault.expiredLink());
    firestream.onDownload("message", third, Fault.closeAfter(20_000));
  }

  private BackfillArgs args(SimulatedFirestream firestream) {
    return new BackfillArgs(
        new RunArgs(location(), OnExisting.SKIP, false, DeriveSettings.defaults()),
        Arrays.asList(FileType.values()),
        DAYS,
        FirestreamSettings.defaults().withUrl(firestream.url()).withCredentials(CREDENTIALS));
  }

  private StoreLocation location() {
    return new StoreLocation(output, null, false, false);
  }

  private JobContext demonstrated(String part) {
    Surroundings real = context.surroundings();
    Surroundings surroundings =
        new Surroundings(real.clock(), real.sleeper(), real.random(), DemoJob::credentials);
    return new JobContext(
        context.run() + part,
        surroundings,
        context.out(),
        context.progress(),
        context.pipelineOptions(),
        context.workersHere());
  }

  private static Optional<String> credentials(String variable) {
    return switch (variable) {
      case "SIMULATED_USERNAME" -> Optional.of(SimulatedFirestream.USERNAME);
      case "SIMULATED_PASSWORD" -> Optional.of(SimulatedFirestream.PASSWORD);
      case "SIMULATED_REPLAY_USERNAME" -> Optional.of(SimulatedReplay.USERNAME);
      case "SIMULATED_REPLAY_PASSWORD" -> Optional.of(SimulatedReplay.PASSWORD);
      case "SIMULATED_API_TOKEN" -> Optional.of(SimulatedStockTwits.TOKEN);
      default -> Optional.empty();
    };
  }

  private void query(PrintStream out) {
    List<String> lines =
        List.of(
            "",
            "Query it with DuckDB (duckdb, then paste):",
            "",
            "  SELECT date, count(*) AS messages, count(DISTINCT \"user\".id) AS users",
            "  FROM read_parquet('"
                + output.replace("'", "''")
                + "/stocktwits/messages/*/*.parquet', hive_partitioning = true)",
            "  GROUP BY date ORDER BY date;",
            "",
            "Run the demo again: no file is fetched and nothing replayed; the API's streams are"
                + " looked at again, back to what is held. The landed bytes, the rejected line and"
                + " the manifests lie in "
                + output
                + "/_landing, _rejected and _manifests.");
    lines.forEach(out::println);
  }
}
