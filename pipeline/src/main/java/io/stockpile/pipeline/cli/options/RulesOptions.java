package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.AttemptOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.ReplayStreamOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code rules}. */
public interface RulesOptions extends ReplayStreamOptions, AttemptOptions, DryRunOptions {
  @Description(
      "With list: print JSON that add, delete and sync read, instead of a table for people."
          + " Example: --json")
  @Default.Boolean(false)
  boolean getJson();

  void setJson(boolean value);

  @Description("Print the stack trace of what went wrong as well. Example: --verbose")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean value);
}
