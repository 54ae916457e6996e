package io.stockpile.connectors.rules;

import io.stockpile.connectors.http.CredentialsReference;
import io.stockpile.connectors.http.Origin;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.StreamType;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where a stream's rules are kept. Immutable, serialisable, and without a secret in it.
 *
 * @param url of the service, without {@code /rules} and without a slash at the end
 * @param stream a PowerTrack stream: no other has rules
 * @param maxAttempts how many requests in a row may fail for reasons that may pass
 * @param readTimeout how long the service may be silent
 */
public record RulesSettings(
    URI url,
    ReplayStream stream,
    CredentialsReference credentials,
    int maxAttempts,
    Duration readTimeout)
    implements Serializable {
  /** The service's public address. */
  public static final URI DEFAULT_URL = URI.create("https://gnip-api.twitter.com");

  public RulesSettings {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(readTimeout, "readTimeout");
    if (stream.type() != StreamType.POWERTRACK) {
      throw new IllegalArgumentException(
          "Only powertrack streams have rules, but this one is " + stream);
    }
    if (Origin.of(url).isEmpty()
        || url.getRawAuthority().contains("@")
        || url.getRawQuery() != null
        || url.getRawFragment() != null
        || !url.getScheme().matches("(?i)https?")) {
      // The URL is not repeated: what is wrong with it may be that it holds a password.
      throw new IllegalArgumentException(
          "The rules URL is http or https with a host and perhaps a path, without user, query or"
              + " fragment, for example "
              + DEFAULT_URL);
    }
    if (maxAttempts < 1 || readTimeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "maxAttempts and readTimeout are positive, but they are "
              + maxAttempts
              + " and "
              + readTimeout);
    }
  }

  /** The URL of the stream's rules. */
  URI rulesUrl() {
    return URI.create(
        url.toString().replaceAll("/+$", "")
            + "/rules/powertrack-replay/accounts/"
            + stream.account()
            + "/publishers/twitter/"
            + stream.label()
            + ".json");
  }
}
