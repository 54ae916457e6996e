package io.stockpile.pipeline.cli.args;

import io.stockpile.connectors.budget.RateLimit;
import io.stockpile.connectors.replay.ReplaySettings;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.connectors.rules.RulesSettings;
import io.stockpile.pipeline.cli.options.ReplayOptions;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.replay.ReplayAccess;
import io.stockpile.pipeline.sources.replay.ReplayArgs;
import java.net.URI;
import java.time.Clock;

/** Makes typed, checked arguments of the texts of {@code replay}'s options. */
public final class ReplayArgsFactory {
  private final MinuteText minutes;

  /**
   * @param clock says what day it is
   */
  public ReplayArgsFactory(Clock clock) {
    this.minutes = new MinuteText(clock);
  }

  public ReplayArgs replay(ReplayOptions options, boolean plan) throws UsageException {
    StreamType type = OptionText.word("streamType", options.getStreamType(), StreamType.class);
    ReplayStream stream = RulesArgsFactory.stream(options, type);
    return new ReplayArgs(
        RunArgsFactory.run(options, plan || options.getDryRun()),
        stream,
        minutes.range(options),
        access(options, stream));
  }

  private static ReplayAccess access(ReplayOptions options, ReplayStream stream)
      throws UsageException {
    ReplaySettings settings =
        ReplaySettings.defaults()
            .withMaxAttempts(OptionText.positiveInt("maxAttempts", options.getMaxAttempts()))
            .withReadTimeout(OptionText.duration("readTimeout", options.getReadTimeout(), false))
            .withCredentials(RulesArgsFactory.credentials(options))
            .withWaitUntilAvailable(options.getWaitUntilAvailable());
    settings =
        checked(
            "requestSpan",
            settings,
            known ->
                known.withRequestSpan(
                    OptionText.duration("requestSpan", options.getRequestSpan(), false)));
    settings =
        checked(
            "replayRateLimit",
            settings,
            known -> known.withRateLimit(RateLimit.parse(options.getReplayRateLimit())));
    settings =
        checked(
            "replayUrl",
            settings,
            known ->
                known.withUrl(
                    OptionText.url(
                        "replayUrl", options.getReplayUrl(), ReplaySettings.DEFAULT_URL)));
    URI rules = OptionText.url("rulesUrl", options.getRulesUrl(), RulesSettings.DEFAULT_URL);
    boolean ownService = !settings.url().equals(ReplaySettings.DEFAULT_URL);
    ReplayAccess access =
        new ReplayAccess(
            settings,
            ownService && rules.equals(RulesSettings.DEFAULT_URL) ? settings.url() : rules);
    if (stream.type() == StreamType.POWERTRACK) {
      checked("rulesUrl", access, known -> known.rules(stream));
    }
    return access;
  }

  /** What makes a value of another. */
  private interface Step<A, B> {
    B take(A known) throws UsageException;
  }

  private static <A, B> B checked(String option, A known, Step<A, B> step) throws UsageException {
    try {
      return step.take(known);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --" + option + ": " + e.getMessage(), e);
    }
  }
}
