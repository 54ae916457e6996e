package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.AttemptOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.ProxyOptions;
import io.stockpile.pipeline.cli.options.shared.ReplayStreamOptions;
import io.stockpile.pipeline.cli.options.shared.VerboseOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code rules}. */
public interface RulesOptions
    extends ReplayStreamOptions, AttemptOptions, DryRunOptions, ProxyOptions, VerboseOptions {
  @Description(
      "With list: print JSON that add, delete and sync read, instead of a table for people."
          + " Example: --json")
  @Default.Boolean(false)
  boolean getJson();

  void setJson(boolean value);
}
