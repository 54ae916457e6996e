package io.stockpile.connectors.replay;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.budget.RateLimit;
import io.stockpile.connectors.http.CredentialsReference;
import io.stockpile.connectors.http.Origin;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * How to fetch from Replay. Immutable, serialisable, and without a secret in it.
 *
 * @param url where the service is, without {@code /replay} and without a slash at the end
 * @param credentials where the user name and password are; resolved where they are used
 * @param requestSpan the longest range that one request asks for; whole minutes
 * @param rateLimit how many requests the account may make
 * @param maxAttempts how many streams in a row may leave the same minutes missing, and how many
 *     requests in a row may be answered without a stream, before the unit is left incomplete
 * @param readTimeout how long the service may be silent between two bytes, keep-alives among them
 * @param quietTimeout how long it may send nothing but keep-alives
 * @param waitUntilAvailable whether to wait for minutes that are too new, instead of leaving them
 *     out
 */
public record ReplaySettings(
    URI url,
    CredentialsReference credentials,
    Duration requestSpan,
    RateLimit rateLimit,
    int maxAttempts,
    Duration readTimeout,
    Duration quietTimeout,
    boolean waitUntilAvailable)
    implements Serializable {
  /** The service's public address. */
  public static final URI DEFAULT_URL = URI.create("https://gnip-stream.gnip.com");

  /** The reference that holds unless another is given. */
  public static final CredentialsReference DEFAULT_CREDENTIALS =
      CredentialsReference.parse("env:GNIP");

  public static final Duration DEFAULT_REQUEST_SPAN = Duration.ofHours(2);
  public static final int DEFAULT_MAX_ATTEMPTS = 8;
  public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(45);
  public static final Duration DEFAULT_QUIET_TIMEOUT = Duration.ofMinutes(10);

  public ReplaySettings {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(rateLimit, "rateLimit");
    url = checkedUrl(url);
    Minutes.count(requestSpan);
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts is at least 1, but it is " + maxAttempts);
    }
    if (readTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("readTimeout is positive, but it is " + readTimeout);
    }
    if (quietTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("quietTimeout is positive, but it is " + quietTimeout);
    }
  }

  /** All defaults. */
  public static ReplaySettings defaults() {
    return new ReplaySettings(
        DEFAULT_URL,
        DEFAULT_CREDENTIALS,
        DEFAULT_REQUEST_SPAN,
        RateLimit.DEFAULT,
        DEFAULT_MAX_ATTEMPTS,
        DEFAULT_READ_TIMEOUT,
        DEFAULT_QUIET_TIMEOUT,
        false);
  }

  public ReplaySettings withUrl(URI changed) {
    return new ReplaySettings(
        changed,
        credentials,
        requestSpan,
        rateLimit,
        maxAttempts,
        readTimeout,
        quietTimeout,
        waitUntilAvailable);
  }

  public ReplaySettings withCredentials(CredentialsReference changed) {
    return new ReplaySettings(
        url,
        changed,
        requestSpan,
        rateLimit,
        maxAttempts,
        readTimeout,
        quietTimeout,
        waitUntilAvailable);
  }

  public ReplaySettings withRequestSpan(Duration changed) {
    return new ReplaySettings(
        url,
        credentials,
        changed,
        rateLimit,
        maxAttempts,
        readTimeout,
        quietTimeout,
        waitUntilAvailable);
  }

  public ReplaySettings withRateLimit(RateLimit changed) {
    return new ReplaySettings(
        url,
        credentials,
        requestSpan,
        changed,
        maxAttempts,
        readTimeout,
        quietTimeout,
        waitUntilAvailable);
  }

  public ReplaySettings withMaxAttempts(int changed) {
    return new ReplaySettings(
        url,
        credentials,
        requestSpan,
        rateLimit,
        changed,
        readTimeout,
        quietTimeout,
        waitUntilAvailable);
  }

  public ReplaySettings withReadTimeout(Duration changed) {
    return new ReplaySettings(
        url,
        credentials,
        requestSpan,
        rateLimit,
        maxAttempts,
        changed,
        quietTimeout,
        waitUntilAvailable);
  }

  public ReplaySettings withQuietTimeout(Duration changed) {
    return new ReplaySettings(
        url,
        credentials,
        requestSpan,
        rateLimit,
        maxAttempts,
        readTimeout,
        changed,
        waitUntilAvailable);
  }

  public ReplaySettings withWaitUntilAvailable(boolean changed) {
    return new ReplaySettings(
        url, credentials, requestSpan, rateLimit, maxAttempts, readTimeout, quietTimeout, changed);
  }

  /** The URL of one request. */
  URI requestUrl(ReplayStream stream, MinuteRange range) {
    return URI.create(
        url
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

  private static URI checkedUrl(URI url) {
    boolean http =
        "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    // The message does not repeat the URL: what is wrong with it may be that it holds a password.
    if (!http
        || Origin.of(url).isEmpty()
        || url.getRawAuthority().contains("@")
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The Replay URL is http or https with a host and perhaps a path, without user, query or"
              + " fragment, for example "
              + DEFAULT_URL);
    }
    String text = url.toString();
    return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : url;
  }
}
