package io.stockpile.connectors.stocktwits;

import io.stockpile.connectors.budget.RateLimit;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.http.ServiceAccess;
import io.stockpile.connectors.http.ServiceSettings;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The settings for the API. Immutable, serialisable, and without a secret in it.
 *
 * @param access how to reach the API; the credentials are for a token
 * @param limit how many requests a token has
 * @param maxWait how long a run may wait for the limit in total
 * @param from records before this are not requested; {@link Instant#EPOCH} for all
 */
public record ApiSettings(ServiceAccess access, RateLimit limit, Duration maxWait, Instant from)
    implements ServiceSettings<ApiSettings>, Serializable {
  /** The service's public address. */
  public static final URI DEFAULT_URL = URI.create("https://api.stocktwits.com/api/2");

  /** The default reference. */
  public static final CredentialsReference DEFAULT_CREDENTIALS =
      CredentialsReference.parse("env:STOCKTWITS");

  /** The limit of a token. */
  public static final RateLimit DEFAULT_LIMIT = new RateLimit(400, Duration.ofHours(1));

  public static final Duration DEFAULT_MAX_WAIT = Duration.ofHours(1);

  /** The limit of an address without a token. */
  private static final RateLimit PUBLIC_LIMIT = new RateLimit(200, Duration.ofHours(1));

  private static final ServiceAccess.Service SERVICE =
      new ServiceAccess.Service("StockTwits API", DEFAULT_URL);

  public ApiSettings {
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(from, "from");
    if (maxWait.isNegative()) {
      throw new IllegalArgumentException("maxWait is not negative, but it is " + maxWait);
    }
  }

  /** The default settings. */
  public static ApiSettings defaults() {
    return new ApiSettings(
        SERVICE.access(DEFAULT_CREDENTIALS), DEFAULT_LIMIT, DEFAULT_MAX_WAIT, Instant.EPOCH);
  }

  @Override
  public ApiSettings withAccess(ServiceAccess changed) {
    return new ApiSettings(changed, limit, maxWait, from);
  }

  public ApiSettings withLimit(RateLimit changed) {
    return new ApiSettings(access(), changed, maxWait, from);
  }

  public ApiSettings withMaxWait(Duration changed) {
    return new ApiSettings(access(), limit, changed, from);
  }

  public ApiSettings withFrom(Instant changed) {
    return new ApiSettings(access(), limit, maxWait, changed);
  }

  /**
   * The limit in use. The default limit is a token's, so without a token that of an address is used
   * instead.
   */
  RateLimit limit(boolean token) {
    return token || !limit.equals(DEFAULT_LIMIT) ? limit : PUBLIC_LIMIT;
  }
}
