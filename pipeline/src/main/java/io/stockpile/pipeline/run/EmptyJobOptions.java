package io.stockpile.pipeline.run;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Makes a command submit a job even if there is nothing to do. Some platforms take a program that
 * submits no job for a failed one. The job then has no units, and the command ends as the job does.
 * Without effect where the workers run in the process of the command.
 */
@Hidden
public interface EmptyJobOptions extends PipelineOptions {
  @Default.Boolean(false)
  boolean isSubmitEmptyJob();

  void setSubmitEmptyJob(boolean value);
}
