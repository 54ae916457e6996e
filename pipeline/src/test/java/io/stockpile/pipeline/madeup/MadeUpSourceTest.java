package io.stockpile.pipeline.madeup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.jobs.DeriveArgs;
import io.stockpile.pipeline.jobs.DeriveJob;
import io.stockpile.pipeline.jobs.ReportArgs;
import io.stockpile.pipeline.jobs.ReportJob;
import io.stockpile.pipeline.jobs.StatusArgs;
import io.stockpile.pipeline.jobs.StatusJob;
import io.stockpile.pipeline.jobs.VerifyArgs;
import io.stockpile.pipeline.jobs.VerifyJob;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.ProgressDisplay;
import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.SourceCatalog;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source in a package of its own goes through all commands without changes anywhere else. */
class MadeUpSourceTest {
  private static final LocalDate FIRST = LocalDate.of(2016, 12, 5);
  private static final List<LocalDate> DAYS =
      List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2), FIRST.plusDays(3));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2016-12-10T12:00:00Z"), ZoneOffset.UTC);
  private static final SourceCatalog SOURCES = new SourceCatalog(List.of(new MadeUp()));
  private static final int LINES = 40;

  @TempDir private Path root;
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private boolean credentials = true;

  @BeforeEach
  void askNothingYet() {
    MadeUpLander.ASKED.clear();
  }

  private String shown() {
    String text = screen.toString(StandardCharsets.UTF_8);
    screen.reset();
    return text;
  }

  private PrintStream out() {
    return new PrintStream(screen, true, StandardCharsets.UTF_8);
  }

  private StoreLocation location() {
    return StoreLocation.of(root.toString());
  }

  private JobContext context() {
    return new JobContext(
        "run-1",
        new Surroundings(
            CLOCK,
            pause -> {},
            () -> 0.5,
            name -> credentials ? Optional.of("known") : Optional.empty()),
        out(),
        ProgressDisplay.NONE,
        name -> PipelineOptionsFactory.fromArgs("--targetParallelism=2").create(),
        true);
  }

  private RunArgs args(OnExisting onExisting, boolean dryRun) {
    return new RunArgs(location(), onExisting, dryRun, DeriveSettings.defaults());
  }

  /** The service has the notes of all days but the third. */
  private JobResult fetch(boolean dryRun) throws IOException, UsageException {
    SimulatedData data = new SimulatedData(7);
    Map<LocalDate, byte[]> notes =
        Map.of(
            DAYS.get(0), data.messages(DAYS.get(0), LINES).gzip(),
            DAYS.get(1), data.messages(DAYS.get(1), LINES).gzip(),
            DAYS.get(3), data.messages(DAYS.get(3), LINES).gzip());
    return new ArchiveRun(context(), args(OnExisting.SKIP, dryRun))
        .carryOut(new MadeUpFetch(DAYS, notes));
  }

  private String status(boolean json) throws IOException, UsageException {
    new StatusJob(new StatusArgs(location(), Optional.empty(), json), SOURCES, CLOCK, out()).run();
    return shown();
  }

  private long rows() throws Exception {
    String both =
        "SELECT (SELECT count(*) FROM TABLE(stocktwits/messages))"
            + " + (SELECT count(*) FROM TABLE(stocktwits/message_deletions))";
    return Long.parseLong(DuckDb.query(root, both).get(0).get(0));
  }

  @Test
  void isPlannedBeforeAnythingIsAsked() throws Exception {
    assertThat(fetch(true)).isEqualTo(JobResult.COMPLETE);

    assertThat(shown())
        .contains("notes  2016-12-05  2016-12-09      4  missing  brought in")
        .contains("Requests: 4")
        .contains("Credentials env:MADEUP: found");
    assertThat(MadeUpLander.ASKED).isEmpty();
  }

  @Test
  void isNotBegunWithoutItsCredentials() {
    credentials = false;

    assertThatThrownBy(() -> fetch(false))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Option --madeupCredentials is env:MADEUP: ");
    assertThat(MadeUpLander.ASKED).isEmpty();
  }

  @Test
  void isLandedInOrderDerivedCommittedAndAskedOnlyForWhatIsMissing() throws Exception {
    assertThat(fetch(false)).isEqualTo(JobResult.INCOMPLETE);

    assertThat(MadeUpLander.ASKED).containsExactlyElementsOf(DAYS);
    assertThat(shown())
        .contains("4 units: 3 committed, 1 absent.")
        .contains("Notes are sometimes late.");
    assertThat(rows()).isEqualTo(3L * LINES);

    MadeUpLander.ASKED.clear();
    assertThat(fetch(false)).isEqualTo(JobResult.INCOMPLETE);
    assertThat(MadeUpLander.ASKED).containsExactly(DAYS.get(2));
  }

  @Test
  void isSeenByStatusVerifyAndReport() throws Exception {
    fetch(false);
    shown();

    assertThat(status(false))
        .contains("madeup  notes  2016-12-05  2016-12-07  complete      2    80")
        .contains("madeup  notes  2016-12-07  2016-12-08  absent");
    assertThat(status(true))
        .contains("\"source\" : \"madeup\"")
        .contains("madeup-notes-2016-12-08");
    assertThat(
            new VerifyJob(new VerifyArgs(location(), Optional.empty(), true), SOURCES, context())
                .run())
        .isEqualTo(JobResult.COMPLETE);
    assertThat(shown()).contains("of 3 units").contains("all as the manifests say.");
    ReportArgs report = new ReportArgs(location(), Optional.empty(), Optional.empty(), true, false);
    new ReportJob(report, SOURCES, CLOCK, out()).run();
    assertThat(shown()).contains("madeup/notes");
  }

  @Test
  void isBuiltAgainFromWhatWasLanded() throws Exception {
    fetch(false);
    MadeUpLander.ASKED.clear();
    shown();

    DeriveArgs derive = new DeriveArgs(args(OnExisting.REPLACE, false), SOURCES, Optional.empty());
    assertThat(new DeriveJob(derive, context()).run()).isEqualTo(JobResult.COMPLETE);

    assertThat(shown()).contains("3 units: 3 committed.");
    assertThat(MadeUpLander.ASKED).isEmpty();
    assertThat(rows()).isEqualTo(3L * LINES);
  }
}
