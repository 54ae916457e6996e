package io.stockpile.connectors.firestream;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.http.ServiceAccess;
import io.stockpile.connectors.http.ServiceSettings;
import java.io.Serializable;
import java.net.URI;
import java.util.Objects;

/**
 * How to fetch from Firestream. Immutable, serialisable, and without a secret in it.
 *
 * @param access the URL is the one without {@code /backups}
 * @param downloads how many files this JVM may download at a time
 */
public record FirestreamSettings(ServiceAccess access, int downloads)
    implements ServiceSettings<FirestreamSettings>, Serializable {
  /** The service's public address. */
  public static final URI DEFAULT_URL = URI.create("https://firestream.stocktwits.com");

  /** The default reference. */
  public static final CredentialsReference DEFAULT_CREDENTIALS =
      CredentialsReference.parse("env:FIRESTREAM");

  public static final int DEFAULT_DOWNLOADS = 2;

  private static final ServiceAccess.Service SERVICE =
      new ServiceAccess.Service("Firestream", DEFAULT_URL);

  public FirestreamSettings {
    Objects.requireNonNull(access, "access");
    if (downloads < 1) {
      throw new IllegalArgumentException("downloads is at least 1, but it is " + downloads);
    }
  }

  /** The default settings. */
  public static FirestreamSettings defaults() {
    return new FirestreamSettings(SERVICE.access(DEFAULT_CREDENTIALS), DEFAULT_DOWNLOADS);
  }

  @Override
  public FirestreamSettings withAccess(ServiceAccess changed) {
    return new FirestreamSettings(changed, downloads);
  }

  public FirestreamSettings withDownloads(int changed) {
    return new FirestreamSettings(access, changed);
  }
}
