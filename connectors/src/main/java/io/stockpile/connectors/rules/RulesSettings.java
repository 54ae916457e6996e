package io.stockpile.connectors.rules;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.http.ServiceAccess;
import io.stockpile.connectors.http.ServiceSettings;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.StreamType;
import java.io.Serializable;
import java.net.URI;
import java.util.Objects;

/**
 * How to reach the rules of a stream. Immutable, serialisable, and without a secret in it.
 *
 * @param access the URL is the one without {@code /rules}
 * @param stream the stream, which must be a PowerTrack stream, because others have no rules
 */
public record RulesSettings(ServiceAccess access, ReplayStream stream)
    implements ServiceSettings<RulesSettings>, Serializable {
  /** The service's public address. */
  public static final URI DEFAULT_URL = URI.create("https://gnip-api.twitter.com");

  private static final ServiceAccess.Service SERVICE =
      new ServiceAccess.Service("rules", DEFAULT_URL);

  public RulesSettings {
    Objects.requireNonNull(access, "access");
    if (stream.type() != StreamType.POWERTRACK) {
      throw new IllegalArgumentException(
          "Only powertrack streams have rules, but this one is " + stream);
    }
  }

  /** The rules of a stream, with all defaults. */
  public static RulesSettings of(ReplayStream stream, CredentialsReference credentials) {
    return new RulesSettings(SERVICE.access(credentials), stream);
  }

  @Override
  public RulesSettings withAccess(ServiceAccess changed) {
    return new RulesSettings(changed, stream);
  }

  /** The URL of the stream's rules. */
  URI rulesUrl() {
    return URI.create(
        url()
            + "/rules/powertrack-replay/accounts/"
            + stream.account()
            + "/publishers/twitter/"
            + stream.label()
            + ".json");
  }
}
