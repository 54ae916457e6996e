package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How much patience there is with a service. */
public interface AttemptOptions extends PipelineOptions {
  @Description(
      "How many attempts in a row may fail without bringing anything new. Unit: attempts. Example:"
          + " --maxAttempts=3")
  @Default.String("8")
  String getMaxAttempts();

  void setMaxAttempts(String value);

  @Description(
      "How long a server may be silent between two bytes. Unit: ISO-8601 duration. Example:"
          + " --readTimeout=PT2M")
  @Default.String("PT45S")
  String getReadTimeout();

  void setReadTimeout(String value);
}
