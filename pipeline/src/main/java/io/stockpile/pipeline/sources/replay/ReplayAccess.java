package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.replay.ReplaySettings;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.rules.RulesSettings;
import java.io.Serializable;
import java.net.URI;

/**
 * How a worker accesses Replay.
 *
 * @param stream the settings for requesting streams
 * @param rulesUrl the address of the rules API
 */
public record ReplayAccess(ReplaySettings stream, URI rulesUrl) implements Serializable {
  /** Few attempts, so that a stream does not wait for a rules API that does not answer. */
  private static final int RULES_ATTEMPTS = 2;

  /** The default settings. */
  public static final ReplayAccess DEFAULTS =
      new ReplayAccess(ReplaySettings.defaults(), RulesSettings.DEFAULT_URL);

  /**
   * The settings for requesting the rules of a stream.
   *
   * @throws IllegalArgumentException when the address is not a valid URL
   */
  public RulesSettings rules(ReplayStream powertrack) {
    return RulesSettings.of(powertrack, stream.credentials())
        .withUrl(rulesUrl)
        .withMaxAttempts(RULES_ATTEMPTS)
        .withReadTimeout(stream.readTimeout());
  }
}
