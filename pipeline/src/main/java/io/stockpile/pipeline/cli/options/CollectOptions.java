package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.AttemptOptions;
import io.stockpile.pipeline.cli.options.shared.DerivingOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.PublishOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code collect}, and of {@code plan} for it. */
public interface CollectOptions
    extends ArchiveOptions, DryRunOptions, PublishOptions, AttemptOptions, DerivingOptions {
  @Description(
      "Streams of the API, parted by commas: symbol/AAPL, user/1234, trending, deletions/messages,"
          + " search?q=apple and so on; a wrong one is refused with the list. Example:"
          + " --streams=symbol/AAPL,trending")
  String getStreams();

  void setStreams(String value);

  @Description(
      "How far back: pages older than this day, in UTC, are not asked for: 2016-12-05, today,"
          + " yesterday or yesterday-N. Without it a stream is followed back to what the archive"
          + " holds, and the first time to its beginning. Example: --from=yesterday-30")
  @Default.String("")
  String getFrom();

  void setFrom(String value);

  @Description("Where the API is. Example: --apiUrl=https://api.stocktwits.com/api/2")
  @Default.String("https://api.stocktwits.com/api/2")
  String getApiUrl();

  void setApiUrl(String value);

  @Description(
      "Where the access token is, never the token itself: env:NAME for the variable NAME_TOKEN,"
          + " file:PATH for a file whose first line it is. Public streams need none. Example:"
          + " --apiCredentials=file:/run/secrets/stocktwits")
  @Default.String("env:STOCKTWITS")
  String getApiCredentials();

  void setApiCredentials(String value);

  @Description(
      "How many requests the token may make in which time, as far as the service does not say"
          + " itself; counted in the archive, for all processes together. The default is 200/PT1H"
          + " where there is no token. Example: --apiRateLimit=400/PT1H")
  @Default.String("400/PT1H")
  String getApiRateLimit();

  void setApiRateLimit(String value);

  @Description(
      "How long a run may wait for its requests to be allowed, all in all; after that it ends and"
          + " says what is left. Unit: ISO-8601 duration. Example: --maxWait=PT10M")
  @Default.String("PT1H")
  String getMaxWait();

  void setMaxWait(String value);
}
