package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.DerivingOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.ExistingOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code import}. */
public interface ImportOptions
    extends ArchiveOptions, ExistingOptions, DryRunOptions, DerivingOptions {
  @Description(
      "Files to take: a path or glob, in quotes, of any kind of store that --output can be."
          + " Example: --files='old/stocktwits_messages_*.gz'")
  String getFiles();

  void setFiles(String value);

  @Description(
      "What kind of backup file they are, where their names do not say it: message or activity."
          + " Example: --fileType=message")
  @Default.String("")
  String getFileType();

  void setFileType(String value);

  @Description(
      "The UTC day of a single file whose name has none: 2016-12-05, today, yesterday or"
          + " yesterday-N. Example: --date=2016-12-05")
  @Default.String("")
  String getDate();

  void setDate(String value);
}
