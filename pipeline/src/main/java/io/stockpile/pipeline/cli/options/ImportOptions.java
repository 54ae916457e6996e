package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.DerivingOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.ExistingOptions;
import io.stockpile.pipeline.cli.options.shared.PublishOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code import}. */
public interface ImportOptions
    extends ArchiveOptions, ExistingOptions, DryRunOptions, PublishOptions, DerivingOptions {
  @Description(
      "Files to take: a path or glob, in quotes, of any kind of store that --output can be; plain"
          + " JSON lines, gzip, bzip2, xz or zstd. Example:"
          + " --files='old/stocktwits_messages_*.gz'")
  String getFiles();

  void setFiles(String value);

  @Description(
      "What they are, where their names do not say it: message or activity of StockTwits'"
          + " Firestream, tweet or compliance of Twitter's streams, Gnip's historical files or"
          + " dumps. Example: --fileType=tweet")
  @Default.String("")
  String getFileType();

  void setFileType(String value);

  @Description(
      "The UTC day of a single file whose name has none: 2016-12-05, today, yesterday or"
          + " yesterday-N. Example: --date=2016-12-05")
  @Default.String("")
  String getDate();

  void setDate(String value);

  @Description(
      "First UTC minute that a single file covers, where its name does not say it; for message and"
          + " activity a day. Together with --to. Example: --from=2013-07-01T00:00Z")
  @Default.String("")
  String getFrom();

  void setFrom(String value);

  @Description("First UTC minute after those. Example: --to=2013-07-01T00:10Z")
  @Default.String("")
  String getTo();

  void setTo(String value);

  @Description(
      "Tells apart tweet or compliance files that cover the same minutes but hold other records, as"
          + " those of two historical jobs: each label has every minute once. Example:"
          + " --fileLabel=job-7")
  @Default.String("default")
  String getFileLabel();

  void setFileLabel(String value);
}
