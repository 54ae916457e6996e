package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.AttemptOptions;
import io.stockpile.pipeline.cli.options.shared.DerivingOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.ExistingOptions;
import io.stockpile.pipeline.cli.options.shared.MinuteOptions;
import io.stockpile.pipeline.cli.options.shared.PublishOptions;
import io.stockpile.pipeline.cli.options.shared.ReplayStreamOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code replay}, and of {@code plan} for it. */
public interface ReplayOptions
    extends ArchiveOptions,
        MinuteOptions,
        ExistingOptions,
        DryRunOptions,
        PublishOptions,
        ReplayStreamOptions,
        AttemptOptions,
        DerivingOptions {
  @Description(
      "Kind of stream: powertrack, sample10, firehose, mentions or compliance. Example:"
          + " --streamType=powertrack")
  String getStreamType();

  void setStreamType(String value);

  @Description(
      "Where Replay is, without /replay; unless --rulesUrl is given, another one than the public"
          + " one is asked for the rules too. Example: --replayUrl=https://gnip-stream.gnip.com")
  @Default.String("https://gnip-stream.gnip.com")
  String getReplayUrl();

  void setReplayUrl(String value);

  @Description(
      "The longest span that one request asks for, and one manifest speaks of. Unit: ISO-8601"
          + " duration of whole minutes. Example: --requestSpan=PT30M")
  @Default.String("PT2H")
  String getRequestSpan();

  void setRequestSpan(String value);

  @Description(
      "How many requests the account may make in which time; counted in the archive, for all"
          + " processes together. Example: --replayRateLimit=5/PT5M")
  @Default.String("5/PT5M")
  String getReplayRateLimit();

  void setReplayRateLimit(String value);

  @Description(
      "Wait for minutes that Replay has not got yet (it is 30 minutes behind), instead of leaving"
          + " them out. Example: --waitUntilAvailable")
  @Default.Boolean(false)
  boolean getWaitUntilAvailable();

  void setWaitUntilAvailable(boolean value);
}
