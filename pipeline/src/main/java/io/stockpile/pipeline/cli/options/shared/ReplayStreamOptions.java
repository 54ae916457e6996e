package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Which stream of Gnip's, with whose credentials, and where its rules are kept. */
public interface ReplayStreamOptions extends PipelineOptions {
  @Description("The account's name as in the stream's URL. Example: --account=acme")
  String getAccount();

  void setAccount(String value);

  @Description("The stream's label as in its URL. Example: --streamLabel=prod")
  String getStreamLabel();

  void setStreamLabel(String value);

  @Description(
      "Where the credentials are, never the credentials themselves: env:NAME for the variables"
          + " NAME_USERNAME and NAME_PASSWORD, file:PATH for a file whose first line is"
          + " username:password. Example: --replayCredentials=file:/run/secrets/gnip")
  @Default.String("env:GNIP")
  String getReplayCredentials();

  void setReplayCredentials(String value);

  @Description(
      "Where the rules API is, without /rules. Example: --rulesUrl=https://gnip-api.twitter.com")
  @Default.String("https://gnip-api.twitter.com")
  String getRulesUrl();

  void setRulesUrl(String value);
}
