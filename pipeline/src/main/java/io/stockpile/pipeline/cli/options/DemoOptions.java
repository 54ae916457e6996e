package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.DefaultsTo;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** The options of {@code demo}. */
@DefaultsTo(option = "output", value = "stockpile-demo")
public interface DemoOptions extends PipelineOptions {
  @Description("Directory of the archive that is made. Example: --output=/tmp/demo")
  String getOutput();

  void setOutput(String value);

  @Description("Print the stack trace of what went wrong as well. Example: --verbose")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean value);
}
