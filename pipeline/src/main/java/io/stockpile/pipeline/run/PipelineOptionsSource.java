package io.stockpile.pipeline.run;

import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Makes the options of a pipeline when it is about to run, because Beam takes a while to wake up.
 */
@FunctionalInterface
public interface PipelineOptionsSource {
  /**
   * The options, with the runner and whatever else the user gave.
   *
   * @param jobName what the job is called on its runner, unless the user gave a name
   */
  PipelineOptions named(String jobName);
}
