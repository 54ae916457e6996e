package io.stockpile.pipeline.run;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.run.workers.ArchivePipeline;
import io.stockpile.pipeline.run.workers.LocalRuns;
import io.stockpile.pipeline.run.workers.OutcomeFiles;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.unit.CommittedMeanwhile;
import io.stockpile.pipeline.unit.RunProgress;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.PipelineResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the pipeline for the units that need work, and compares the planned units with the outcomes:
 * a unit without an outcome has failed.
 */
final class RunnerJob {
  private static final Logger LOG = LoggerFactory.getLogger(RunnerJob.class);

  private final JobContext context;
  private final WorkerSettings settings;
  private final ObjectStore store;
  private final String name;

  /**
   * @param name the job's name on its runner
   */
  RunnerJob(JobContext context, WorkerSettings settings, ObjectStore store, String name) {
    this.context = context;
    this.settings = settings;
    this.store = store;
    this.name = name;
  }

  /**
   * Does the work and returns one outcome for each unit, in the order of the work.
   *
   * @throws IOException when outcomes cannot be read, or when a job without units was submitted and
   *     failed
   */
  List<UnitOutcome> run(List<UnitWork> work) throws IOException {
    if (work.isEmpty()) {
      submitEmptyJobWhereDemanded();
      return List.of();
    }
    RunProgress progress = new RunProgress(work.size());
    OutcomeFiles files = new OutcomeFiles(store, settings.run());
    LocalRuns.begin(settings.run(), new LocalRuns.LocalRun(progress, context.surroundings()));
    Optional<String> trouble;
    try (ProgressDisplay.Shown shown = context.progress().begin(() -> now(progress, files))) {
      trouble = runPipeline(work);
    } finally {
      LocalRuns.end(settings.run());
    }
    List<UnitOutcome> outcomes = new ArrayList<>();
    boolean toldThroughFiles = false;
    for (UnitWork unit : work) {
      Optional<UnitOutcome> here = progress.outcome(unit.unit());
      Optional<UnitOutcome> outcome = here.isPresent() ? here : files.read(unit.unit());
      toldThroughFiles |= here.isEmpty() && outcome.isPresent();
      outcomes.add(settled(unit, outcome.orElseGet(() -> silent(unit.unit(), trouble))));
    }
    if (toldThroughFiles) {
      files.deleteAll();
    }
    return List.copyOf(outcomes);
  }

  private void submitEmptyJobWhereDemanded() throws IOException {
    if (context.workersHere()
        || !context.pipelineOptions().named(name).as(EmptyJobOptions.class).isSubmitEmptyJob()) {
      return;
    }
    Optional<String> trouble = runPipeline(List.of());
    if (trouble.isPresent()) {
      throw new IOException(
          "Nothing was to be done, but the job without units that is submitted then did not end"
              + " well: "
              + trouble.get()
              + ". The archive is as it was; run again.");
    }
  }

  /**
   * The outcome, or that of another run if that one has committed the unit. When two runs work on
   * one unit, the losing one may fail before the other has ended, so this is looked up at the end.
   */
  private UnitOutcome settled(UnitWork work, UnitOutcome outcome) {
    return outcome instanceof UnitOutcome.FailedUnit
        ? CommittedMeanwhile.planned(new ManifestStore(store), work).orElse(outcome)
        : outcome;
  }

  private Optional<String> runPipeline(List<UnitWork> work) {
    try {
      PipelineResult.State state =
          ArchivePipeline.run(context.pipelineOptions().named(name), work, settings);
      return state == PipelineResult.State.DONE
          ? Optional.empty()
          : Optional.of("the pipeline ended as " + state);
    } catch (RuntimeException e) {
      // Units that were committed before stay committed. All units are reported, whether they ended
      // or not.
      LOG.debug("The pipeline failed", e);
      return Optional.of("the pipeline failed: " + Failures.inOneLine(e));
    }
  }

  private static RunProgress.Snapshot now(RunProgress progress, OutcomeFiles files) {
    RunProgress.Snapshot snapshot = progress.snapshot();
    if (snapshot.done() == 0 && snapshot.receivedBytes() == 0 && snapshot.rows() == 0) {
      try {
        progress.endedElsewhere(files.count());
      } catch (IOException e) {
        LOG.debug("The outcomes cannot be counted now", e);
      }
      return progress.snapshot();
    }
    return snapshot;
  }

  private static UnitOutcome silent(ArchiveUnit unit, Optional<String> trouble) {
    return new UnitOutcome.FailedUnit(
        unit,
        "no worker told how it ended"
            + trouble.map(text -> "; " + text).orElse("")
            + ". Run again.");
  }
}
