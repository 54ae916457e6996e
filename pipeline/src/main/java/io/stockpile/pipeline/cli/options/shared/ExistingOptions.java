package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** What to do with what is there already. */
public interface ExistingOptions extends PipelineOptions {
  @Description(
      "What to do with a unit that the archive already holds complete: skip it, replace it, or fail"
          + " before anything starts. Example: --onExisting=replace")
  @Default.String("skip")
  String getOnExisting();

  void setOnExisting(String value);
}
