package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Whether anything is changed. */
public interface DryRunOptions extends PipelineOptions {
  @Description("Say what would be done and change nothing. Example: --dryRun")
  @Default.Boolean(false)
  boolean getDryRun();

  void setDryRun(boolean value);
}
