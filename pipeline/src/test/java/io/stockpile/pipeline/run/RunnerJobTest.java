package io.stockpile.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.run.workers.ArchivePipeline;
import io.stockpile.pipeline.run.workers.OutcomeFiles;
import io.stockpile.pipeline.sources.firestream.Firestream;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver learns how units ended, whatever happens to the workers. */
class RunnerJobTest {
  private static final FirestreamUnit UNIT =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5));

  @TempDir private Path directory;
  private StoreLocation location;
  private ObjectStore store;

  @BeforeEach
  void open() throws IOException {
    location = new StoreLocation(directory.resolve("archive").toString(), null, false, false);
    store = ObjectStores.open(location);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static PipelineOptions options() {
    return PipelineOptionsFactory.fromArgs("--targetParallelism=2").create();
  }

  private UnitWork landed() throws IOException {
    Path file = directory.resolve("archive").resolve(UNIT.landingKey());
    Files.createDirectories(file.getParent());
    Files.write(file, new SimulatedData(7).messages(UNIT.firstDay(), 20).gzip());
    LandedInput input = LandedInput.unproven(UNIT.landingKey());
    return new UnitWork(UNIT, "", new UnitWork.From.Landed(List.of(input)));
  }

  private WorkerSettings settings(StoreLocation where) {
    return new WorkerSettings(
        where,
        DeriveSettings.defaults(),
        "run-1",
        2,
        false,
        false,
        Map.of(Firestream.NAME, new Firestream().landed()));
  }

  private static JobContext context(PipelineOptionsSource options) {
    return context(options, true);
  }

  private static JobContext context(PipelineOptionsSource options, boolean workersHere) {
    return new JobContext(
        "run-1",
        Surroundings.system(),
        new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8),
        ProgressDisplay.NONE,
        options,
        workersHere);
  }

  private List<String> runFiles() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.map(Path::toString).filter(name -> name.contains("_runs")).toList();
    }
  }

  @Test
  void workersInTheDriversProcessTellItDirectly() throws IOException {
    UnitWork work = landed();

    List<UnitOutcome> outcomes =
        new RunnerJob(context(name -> options()), settings(location), store, "job")
            .run(List.of(work));

    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(
            UnitOutcome.Committed.class,
            committed -> assertThat(committed.built().counts().rows()).isEqualTo(20));
    assertThat(runFiles()).isEmpty();
  }

  @Test
  void workersElsewhereTellItThroughTheArchive() throws IOException {
    UnitWork work = landed();
    // This process does not know the run as its own, as on a worker of a cluster.
    ArchivePipeline.run(options(), List.of(work), settings(location));
    assertThat(runFiles()).anyMatch(name -> name.endsWith(UNIT.name() + ".json"));

    List<UnitOutcome> outcomes =
        new RunnerJob(context(name -> failing()), settings(location), store, "job")
            .run(List.of(work));

    assertThat(outcomes).singleElement().isInstanceOf(UnitOutcome.Committed.class);
    assertThat(runFiles()).noneMatch(name -> name.endsWith(".json"));
  }

  private static PipelineOptions failing() {
    throw new IllegalStateException("the cluster is gone");
  }

  /** A runner that refuses every job, which shows whether one is submitted. */
  public static final class ClusterThatIsGone extends PipelineRunner<PipelineResult> {
    /** Called by Beam to make the runner. */
    public static ClusterThatIsGone fromOptions(PipelineOptions options) {
      return new ClusterThatIsGone();
    }

    @Override
    public PipelineResult run(Pipeline pipeline) {
      throw new IllegalStateException("the cluster is gone");
    }
  }

  private static PipelineOptions onAClusterThatIsGone(boolean demanded) {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setRunner(ClusterThatIsGone.class);
    options.as(EmptyJobOptions.class).setSubmitEmptyJob(demanded);
    return options;
  }

  private List<UnitOutcome> nothingToDo(PipelineOptions options, boolean workersHere)
      throws IOException {
    return new RunnerJob(context(name -> options, workersHere), settings(location), store, "job")
        .run(List.of());
  }

  @Test
  void withNothingToDoNoJobIsSubmittedUnlessOneIsDemandedElsewhere() throws IOException {
    assertThat(nothingToDo(onAClusterThatIsGone(false), false)).isEmpty();
    assertThat(nothingToDo(onAClusterThatIsGone(true), true)).isEmpty();
  }

  @Test
  void aDemandedJobWithoutUnitsEndsWell() throws IOException {
    PipelineOptions options = options();
    options.as(EmptyJobOptions.class).setSubmitEmptyJob(true);

    assertThat(nothingToDo(options, false)).isEmpty();
    assertThat(runFiles()).isEmpty();
  }

  @Test
  void aDemandedJobWithoutUnitsThatFailsIsAFailureThatSaysWhatStays() {
    assertThatThrownBy(() -> nothingToDo(onAClusterThatIsGone(true), false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the cluster is gone")
        .hasMessageContaining("The archive is as it was");
  }

  @Test
  void aUnitThatWentSilentIsAFailureThatSaysWhy() throws IOException {
    List<UnitOutcome> outcomes =
        new RunnerJob(context(name -> failing()), settings(location), store, "job")
            .run(List.of(landed()));

    assertThat(outcomes)
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.result()).isEqualTo(JobResult.FAILED);
              assertThat(outcome.message())
                  .contains("no worker told how it ended")
                  .contains("the cluster is gone");
            });
  }

  @Test
  void aRepeatedBundleFindsItsOwnCommit() throws IOException {
    UnitWork work = landed();
    ArchivePipeline.run(options(), List.of(work), settings(location));
    ArchivePipeline.run(options(), List.of(work), settings(location));

    assertThat(new OutcomeFiles(store, "run-1").read(UNIT))
        .as("what was committed is told with its counts, not that it was there already")
        .hasValueSatisfying(
            outcome -> assertThat(outcome).isInstanceOf(UnitOutcome.Committed.class));
  }
}
