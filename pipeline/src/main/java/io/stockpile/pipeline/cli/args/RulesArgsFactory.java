package io.stockpile.pipeline.cli.args;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.connectors.rules.RulesSettings;
import io.stockpile.pipeline.cli.options.RulesOptions;
import io.stockpile.pipeline.cli.options.shared.AttemptOptions;
import io.stockpile.pipeline.cli.options.shared.ReplayStreamOptions;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.replay.RulesAction;
import io.stockpile.pipeline.sources.replay.RulesArgs;
import java.net.URI;

/** Makes typed, checked arguments of what speaks of a stream and its rules. */
public final class RulesArgsFactory {
  private RulesArgsFactory() {}

  public static RulesArgs rules(RulesWords words, RulesOptions options) throws UsageException {
    if (options.getJson() && words.action() != RulesAction.LIST) {
      throw new UsageException("Option --json goes with `rules list` alone.");
    }
    return new RulesArgs(
        words.action(),
        words.file(),
        settings(options, options),
        options.getJson(),
        options.getDryRun());
  }

  /** Where the rules of a PowerTrack stream are kept. */
  static RulesSettings settings(ReplayStreamOptions options, AttemptOptions attempts)
      throws UsageException {
    ReplayStream stream = stream(options, StreamType.POWERTRACK);
    CredentialsReference credentials = credentials(options);
    int maxAttempts = OptionText.positiveInt("maxAttempts", attempts.getMaxAttempts());
    URI url = OptionText.url("rulesUrl", options.getRulesUrl(), RulesSettings.DEFAULT_URL);
    try {
      return RulesSettings.of(stream, credentials)
          .withUrl(url)
          .withMaxAttempts(maxAttempts)
          .withReadTimeout(OptionText.duration("readTimeout", attempts.getReadTimeout(), false));
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --rulesUrl: " + e.getMessage(), e);
    }
  }

  static ReplayStream stream(ReplayStreamOptions options, StreamType type) throws UsageException {
    try {
      return new ReplayStream(type, options.getAccount(), options.getStreamLabel());
    } catch (IllegalArgumentException e) {
      throw new UsageException("Options --account and --streamLabel: " + e.getMessage(), e);
    }
  }

  static CredentialsReference credentials(ReplayStreamOptions options) throws UsageException {
    try {
      return CredentialsReference.parse(options.getReplayCredentials());
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --replayCredentials: " + e.getMessage(), e);
    }
  }
}
