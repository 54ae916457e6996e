package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How much a command tells of a failure. */
public interface VerboseOptions extends PipelineOptions {
  @Description("Print the stack trace of what went wrong as well. Example: --verbose")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean value);
}
