package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.replay.ReplaySettings;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.rules.RulesSettings;
import java.io.Serializable;
import java.net.URI;

/**
 * How a worker asks Replay.
 *
 * @param stream how streams are requested
 * @param rulesUrl where the rules API is
 */
public record ReplayAccess(ReplaySettings stream, URI rulesUrl) implements Serializable {
  /** A rules API that is not there must not keep a stream waiting that is. */
  private static final int RULES_ATTEMPTS = 2;

  /** All defaults. */
  public static final ReplayAccess DEFAULTS =
      new ReplayAccess(ReplaySettings.defaults(), RulesSettings.DEFAULT_URL);

  /**
   * How the rules of a stream are asked for.
   *
   * @throws IllegalArgumentException when the URL is none
   */
  public RulesSettings rules(ReplayStream powertrack) {
    return RulesSettings.of(powertrack, stream.credentials())
        .withUrl(rulesUrl)
        .withMaxAttempts(RULES_ATTEMPTS)
        .withReadTimeout(stream.readTimeout());
  }
}
