package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.DefaultsTo;
import io.stockpile.pipeline.cli.options.shared.VerboseOptions;
import org.apache.beam.sdk.options.Description;

/** The options of {@code demo}. */
@DefaultsTo(option = "output", value = "stockpile-demo")
public interface DemoOptions extends VerboseOptions {
  @Description("Directory of the archive that is made. Example: --output=/tmp/demo")
  String getOutput();

  void setOutput(String value);
}
