package io.stockpile.deploy.flink;

import io.stockpile.pipeline.run.EmptyJobOptions;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/**
 * Registers {@link io.stockpile.pipeline.run.EmptyJobOptions} with Beam; only this bundle has it.
 */
public final class EmptyJobOptionsRegistrar implements PipelineOptionsRegistrar {
  /** For the service loader. */
  public EmptyJobOptionsRegistrar() {}

  @Override
  public Iterable<Class<? extends PipelineOptions>> getPipelineOptions() {
    return List.of(EmptyJobOptions.class);
  }
}
