package io.stockpile.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.run.workers.ArchivePipeline;
import io.stockpile.pipeline.sources.firestream.Firestream;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job for which no driver waits reports itself how it ended. */
class HandedOverJobTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);

  @TempDir private Path directory;

  @Test
  void aJobWhoseUnitsAreAllThereEndsWellAndLeavesNoOutcomes() throws IOException {
    land(DAY);

    assertThat(run(List.of(derived(DAY)))).isEqualTo(PipelineResult.State.DONE);

    assertThat(files()).anyMatch(name -> name.endsWith(".parquet"));
    assertThat(files()).noneMatch(name -> name.contains("_runs/"));
  }

  @Test
  void aJobFailsWhenOneOfItsUnitsDidAndTheOthersAreThere() throws IOException {
    land(DAY);
    List<UnitWork> work = List.of(derived(DAY), derived(DAY.plusDays(1)));

    assertThatThrownBy(() -> run(work))
        .hasStackTraceContaining("2 units: 1 committed, 1 failed")
        .hasStackTraceContaining("firestream-message-2016-12-06");
    assertThat(files()).anyMatch(name -> name.endsWith("/2016-12-05.json"));
  }

  @Test
  void aJobWithNothingToDoEndsWell() {
    assertThat(run(List.of())).isEqualTo(PipelineResult.State.DONE);
  }

  @Test
  void aTemplateIsAskedForByItsPlace() {
    assertThat(HandedOverJob.isAskedFor(options())).isFalse();

    PipelineOptions template = options();
    template.as(TemplateOptions.class).setTemplateLocation("gs://bucket/template");

    assertThat(HandedOverJob.isAskedFor(template)).isTrue();
  }

  private PipelineResult.State run(List<UnitWork> work) {
    WorkerSettings settings =
        new WorkerSettings(
            StoreLocation.of(directory.toString()),
            DeriveSettings.defaults(),
            "run-1",
            2,
            false,
            false,
            Map.of(Firestream.NAME, new Firestream().landed()));
    return ArchivePipeline.unattended(options(), work, settings).run().waitUntilFinish();
  }

  private static PipelineOptions options() {
    return PipelineOptionsFactory.fromArgs("--targetParallelism=2").create();
  }

  private static FirestreamUnit unit(LocalDate day) {
    return FirestreamUnit.ofDay(FileType.MESSAGE, day);
  }

  private static UnitWork derived(LocalDate day) {
    LandedInput input = LandedInput.unproven(unit(day).landingKey());
    return new UnitWork(unit(day), "", new UnitWork.From.Landed(List.of(input)));
  }

  private void land(LocalDate day) throws IOException {
    Path file = directory.resolve(unit(day).landingKey());
    Files.createDirectories(file.getParent());
    Files.write(file, new SimulatedData(7).messages(day, 20).gzip());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }
}
