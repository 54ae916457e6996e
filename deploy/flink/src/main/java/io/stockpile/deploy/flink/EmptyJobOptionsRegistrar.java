package io.stockpile.deploy.flink;

import io.stockpile.pipeline.run.EmptyJobOptions;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/** Makes the demand for a job in any case known to Beam, in this bundle alone. */
public final class EmptyJobOptionsRegistrar implements PipelineOptionsRegistrar {
  /** For Beam, which finds it as a service. */
  public EmptyJobOptionsRegistrar() {}

  @Override
  public Iterable<Class<? extends PipelineOptions>> getPipelineOptions() {
    return List.of(EmptyJobOptions.class);
  }
}
