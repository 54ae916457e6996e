package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.DayOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code status}. */
public interface StatusOptions extends ArchiveOptions, DayOptions {
  @Description("Print JSON for scripts instead of a table for people. Example: --json")
  @Default.Boolean(false)
  boolean getJson();

  void setJson(boolean value);
}
