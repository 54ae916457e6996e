package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Which days. */
public interface DayOptions extends PipelineOptions {
  @Description(
      "First day, in UTC: 2016-12-05, yesterday or yesterday-N; a timestamp with a zone is floored"
          + " to its UTC day. Together with --to. Example: --from=2016-12-05")
  @Default.String("")
  String getFrom();

  void setFrom(String value);

  @Description(
      "First day after the range, in UTC: 2017-01-01, today or yesterday; a timestamp with a zone"
          + " is floored to its UTC day. Together with --from. Example: --to=2017-01-01")
  @Default.String("")
  String getTo();

  void setTo(String value);

  @Description(
      "One day, in UTC, instead of --from and --to: 2016-12-05, today, yesterday or yesterday-N."
          + " Example: --date=yesterday-2")
  @Default.String("")
  String getDate();

  void setDate(String value);
}
