package io.stockpile.pipeline.run;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * What a place demands that takes a program which submits no job for one that failed. A command
 * that finds all done already then runs a job without units, and ends as that job does. It has no
 * effect where the workers are in the process of the command.
 */
@Hidden
public interface EmptyJobOptions extends PipelineOptions {
  @Default.Boolean(false)
  boolean isSubmitEmptyJob();

  void setSubmitEmptyJob(boolean value);
}
