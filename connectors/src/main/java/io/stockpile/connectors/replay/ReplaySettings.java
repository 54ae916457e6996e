package io.stockpile.connectors.replay;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.budget.RateLimit;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.http.ServiceAccess;
import io.stockpile.connectors.http.ServiceSettings;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * The settings for Replay. Immutable, serialisable, and without a secret in it.
 *
 * @param access the URL is the one without {@code /replay}; the number of attempts says how many
 *     streams in a row may leave the same minutes missing, and how many requests in a row may be
 *     answered without a stream, before the unit is left incomplete; keep-alives end a silence
 * @param requestSpan the longest range that one request asks for; whole minutes
 * @param rateLimit how many requests the account may send
 * @param quietTimeout how long the service may send only keep-alives
 * @param waitUntilAvailable whether to wait for minutes that are too new, instead of leaving them
 *     out
 */
public record ReplaySettings(
    ServiceAccess access,
    Duration requestSpan,
    RateLimit rateLimit,
    Duration quietTimeout,
    boolean waitUntilAvailable)
    implements ServiceSettings<ReplaySettings>, Serializable {
  /** The service's public address. */
  public static final URI DEFAULT_URL = URI.create("https://gnip-stream.gnip.com");

  /** The default reference. */
  public static final CredentialsReference DEFAULT_CREDENTIALS =
      CredentialsReference.parse("env:GNIP");

  public static final Duration DEFAULT_REQUEST_SPAN = Duration.ofHours(2);

  /** What Replay allows an account: 5 requests in 5 minutes. */
  public static final RateLimit DEFAULT_RATE_LIMIT = new RateLimit(5, Duration.ofMinutes(5));

  public static final Duration DEFAULT_QUIET_TIMEOUT = Duration.ofMinutes(10);

  private static final ServiceAccess.Service SERVICE =
      new ServiceAccess.Service("Replay", DEFAULT_URL);

  public ReplaySettings {
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(rateLimit, "rateLimit");
    Minutes.count(requestSpan);
    if (quietTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("quietTimeout is positive, but it is " + quietTimeout);
    }
  }

  /** The default settings. */
  public static ReplaySettings defaults() {
    return new ReplaySettings(
        SERVICE.access(DEFAULT_CREDENTIALS),
        DEFAULT_REQUEST_SPAN,
        DEFAULT_RATE_LIMIT,
        DEFAULT_QUIET_TIMEOUT,
        false);
  }

  @Override
  public ReplaySettings withAccess(ServiceAccess changed) {
    return new ReplaySettings(changed, requestSpan, rateLimit, quietTimeout, waitUntilAvailable);
  }

  public ReplaySettings withRequestSpan(Duration changed) {
    return new ReplaySettings(access, changed, rateLimit, quietTimeout, waitUntilAvailable);
  }

  public ReplaySettings withRateLimit(RateLimit changed) {
    return new ReplaySettings(access, requestSpan, changed, quietTimeout, waitUntilAvailable);
  }

  public ReplaySettings withQuietTimeout(Duration changed) {
    return new ReplaySettings(access, requestSpan, rateLimit, changed, waitUntilAvailable);
  }

  public ReplaySettings withWaitUntilAvailable(boolean changed) {
    return new ReplaySettings(access, requestSpan, rateLimit, quietTimeout, changed);
  }

  /** The URL of one request. */
  URI requestUrl(ReplayStream stream, MinuteRange range) {
    return URI.create(
        url()
            + "/replay/"
            + stream.type().label()
            + "/accounts/"
            + stream.account()
            + "/publishers/twitter/"
            + stream.label()
            + ".json?fromDate="
            + Minutes.requestText(range.from())
            + "&toDate="
            + Minutes.requestText(range.to()));
  }
}
