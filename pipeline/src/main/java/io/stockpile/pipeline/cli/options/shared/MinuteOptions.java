package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Which minutes. */
public interface MinuteOptions extends PipelineOptions {
  @Description(
      "First minute, in UTC: 2016-06-01T00:00Z, or a day for its first one: 2016-06-01, yesterday"
          + " or yesterday-N; seconds are left out. Together with --to. Example:"
          + " --from=2016-06-01T00:00Z")
  @Default.String("")
  String getFrom();

  void setFrom(String value);

  @Description("First minute after the range, in UTC, as --from. Example: --to=2016-06-01T02:00Z")
  @Default.String("")
  String getTo();

  void setTo(String value);

  @Description(
      "One whole day, in UTC, instead of --from and --to: 2016-06-01, yesterday or yesterday-N."
          + " Example: --date=yesterday")
  @Default.String("")
  String getDate();

  void setDate(String value);
}
