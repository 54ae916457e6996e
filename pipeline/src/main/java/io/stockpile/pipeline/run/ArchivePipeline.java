package io.stockpile.pipeline.run;

import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.PCollection;

/** The pipeline of every job that works on units: few elements, each a unit's whole way. */
public final class ArchivePipeline {
  private static final String DIRECT = "DirectRunner";

  private ArchivePipeline() {}

  /** Runs it to its end, on the runner that the options name. */
  public static PipelineResult.State run(
      PipelineOptions options, List<UnitWork> work, WorkerSettings settings) {
    Pipeline pipeline = Pipeline.create(options);
    addUnits(pipeline, options, work, settings);
    return pipeline.run().waitUntilFinish();
  }

  /** The same, with the verdict on it at its end, for a job that this process does not wait for. */
  static Pipeline unattended(
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
    PCollection<UnitBatch> batches =
        pipeline.apply(
            "Units",
            Create.of(batches(options, work)).withCoder(SerializableCoder.of(UnitBatch.class)));
    PCollection<UnitBatch> spread =
        isDirect(options) ? batches : batches.apply("Spread", Reshuffle.viaRandomKey());
    return spread.apply("LandDeriveCommit", ParDo.of(new ArchiveUnitFn(settings)));
  }

  /**
   * A unit each, for the runner to spread; for the direct runner all in one, which works on several
   * at a time by itself: that runner's own threads spin while they have nothing to do, and would
   * take a core from those that have. Units that spend the same budget of requests go to one worker
   * on any runner, because they are landed one after the other.
   */
  private static List<UnitBatch> batches(PipelineOptions options, List<UnitWork> work) {
    if (isDirect(options) && !work.isEmpty()) {
      return List.of(new UnitBatch(work));
    }
    List<UnitBatch> batches = new ArrayList<>();
    Map<String, List<UnitWork>> byBudget = new TreeMap<>();
    for (UnitWork unit : work) {
      unit.budget()
          .ifPresentOrElse(
              budget -> byBudget.computeIfAbsent(budget, key -> new ArrayList<>()).add(unit),
              () -> batches.add(new UnitBatch(List.of(unit))));
    }
    byBudget.values().forEach(units -> batches.add(new UnitBatch(units)));
    return List.copyOf(batches);
  }

  private static boolean isDirect(PipelineOptions options) {
    return options.getRunner().getSimpleName().equals(DIRECT);
  }
}
