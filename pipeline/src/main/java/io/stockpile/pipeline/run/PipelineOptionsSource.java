package io.stockpile.pipeline.run;

import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Makes the options of a pipeline. They are made only when a pipeline runs, because loading Beam
 * takes a while.
 */
@FunctionalInterface
public interface PipelineOptionsSource {
  /**
   * The options, with the runner and everything else that the user gave.
   *
   * @param jobName the job's name on its runner, unless the user gave one
   */
  PipelineOptions named(String jobName);
}
