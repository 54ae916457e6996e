package io.stockpile.pipeline.jobs;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;

/** The pipeline of every job that works on units: few elements, each a unit. */
final class ArchivePipeline {
  private ArchivePipeline() {}

  /** Runs it to its end, on the runner that the options name. */
  static PipelineResult.State run(
      PipelineOptions options, List<UnitWork> work, ArchiveSettings settings) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Units", Create.of(work).withCoder(SerializableCoder.of(UnitWork.class)))
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("LandDeriveCommit", ParDo.of(new ArchiveUnitFn(settings)));
    return pipeline.run().waitUntilFinish();
  }
}
