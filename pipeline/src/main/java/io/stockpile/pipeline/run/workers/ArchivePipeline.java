package io.stockpile.pipeline.run.workers;

import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.PCollection;

/**
 * The pipeline of every job that works on units. It has few elements, and each goes all the way of
 * a unit in one step.
 */
public final class ArchivePipeline {
  private static final String DIRECT = "DirectRunner";
  private static final String FLINK = "FlinkRunner";

  private ArchivePipeline() {}

  /** Runs the pipeline on the runner that the options name, and waits for its end. */
  public static PipelineResult.State run(
      PipelineOptions options, List<UnitWork> work, WorkerSettings settings) {
    Pipeline pipeline = Pipeline.create(options);
    addUnits(pipeline, options, work, settings);
    return pipeline.run().waitUntilFinish();
  }

  /**
   * The same pipeline for a job that this process does not wait for. Its last step is {@link
   * JobEndFn}.
   */
  public static Pipeline unattended(
      PipelineOptions options, List<UnitWork> work, WorkerSettings settings) {
    Pipeline pipeline = Pipeline.create(options);
    PCollection<Void> units = addUnits(pipeline, options, work, settings);
    pipeline
        .apply("Once", Create.of(1))
        .apply("WhenAllHaveEnded", Wait.on(units))
        .apply("Verdict", ParDo.of(new JobEndFn(settings, work)));
    return pipeline;
  }

  private static PCollection<Void> addUnits(
      Pipeline pipeline, PipelineOptions options, List<UnitWork> work, WorkerSettings settings) {
    ArchiveUnitFn landDeriveCommit = new ArchiveUnitFn(settings);
    if (isRunner(options, DIRECT) && !work.isEmpty()) {
      return pipeline
          .apply("Start", Impulse.create())
          .apply(
              "LandDeriveCommit",
              ParDo.of(new DirectUnitsFn(landDeriveCommit, new UnitBatches.Batch(work))));
    }
    return pipeline
        .apply("Units", Read.from(new UnitBatches(batches(options, work))))
        .apply("LandDeriveCommit", ParDo.of(landDeriveCommit));
  }

  /**
   * A batch for each unit, the largest first. Units with the same budget of requests are one batch,
   * because they are landed one after the other.
   */
  private static List<UnitBatches.Batch> batches(PipelineOptions options, List<UnitWork> work) {
    List<UnitBatches.Batch> batches = new ArrayList<>();
    Map<String, List<UnitWork>> byBudget = new TreeMap<>();
    for (UnitWork unit : work) {
      unit.budget()
          .ifPresentOrElse(
              budget -> byBudget.computeIfAbsent(budget, key -> new ArrayList<>()).add(unit),
              () -> batches.add(new UnitBatches.Batch(List.of(unit))));
    }
    byBudget.values().forEach(units -> batches.add(new UnitBatches.Batch(units)));
    Comparator<UnitBatches.Batch> bySize = Comparator.comparing(UnitBatches.Batch::landedBytes);
    batches.sort(bySize.reversed());
    if (isRunner(options, FLINK)) {
      // Flink hands out the last part of a source first.
      Collections.reverse(batches);
    }
    return List.copyOf(batches);
  }

  private static boolean isRunner(PipelineOptions options, String name) {
    return options.getRunner().getSimpleName().equals(name);
  }
}
