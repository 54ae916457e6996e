package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Which sources. */
public interface SourceOptions extends PipelineOptions {
  @Description("Sources of the units, parted by commas. Example: --sources=replay")
  @Default.String("firestream,replay,stocktwits-api,twitter-files")
  String getSources();

  void setSources(String value);
}
