package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Which kinds of backup file. */
public interface FileTypeOptions extends PipelineOptions {
  @Description("Kinds of backup file, parted by commas. Example: --fileTypes=message")
  @Default.String("message,activity")
  String getFileTypes();

  void setFileTypes(String value);
}
