package io.stockpile.connectors.firestream;

import io.stockpile.connectors.http.CredentialsReference;
import io.stockpile.connectors.http.Origin;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * How to fetch from Firestream. Immutable, serialisable, and without a secret in it.
 *
 * @param url where the service is, without {@code /backups} and without a slash at the end
 * @param credentials where the user name and password are; resolved where they are used
 * @param maxAttempts how many attempts in a row may fail without bringing anything new
 * @param readTimeout how long a server may be silent between two bytes
 * @param downloads how many files may be on their way at a time in this JVM
 */
public record FirestreamSettings(
    URI url, CredentialsReference credentials, int maxAttempts, Duration readTimeout, int downloads)
    implements Serializable {
  /** The service's public address. */
  public static final URI DEFAULT_URL = URI.create("https://firestream.stocktwits.com");

  /** The reference that holds unless another is given. */
  public static final CredentialsReference DEFAULT_CREDENTIALS =
      CredentialsReference.parse("env:FIRESTREAM");

  public static final int DEFAULT_MAX_ATTEMPTS = 8;
  public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(45);
  public static final int DEFAULT_DOWNLOADS = 2;

  public FirestreamSettings {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(readTimeout, "readTimeout");
    url = checkedUrl(url);
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts is at least 1, but it is " + maxAttempts);
    }
    if (readTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("readTimeout is positive, but it is " + readTimeout);
    }
    if (downloads < 1) {
      throw new IllegalArgumentException("downloads is at least 1, but it is " + downloads);
    }
  }

  /** All defaults. */
  public static FirestreamSettings defaults() {
    return new FirestreamSettings(
        DEFAULT_URL,
        DEFAULT_CREDENTIALS,
        DEFAULT_MAX_ATTEMPTS,
        DEFAULT_READ_TIMEOUT,
        DEFAULT_DOWNLOADS);
  }

  public FirestreamSettings withUrl(URI changed) {
    return new FirestreamSettings(changed, credentials, maxAttempts, readTimeout, downloads);
  }

  public FirestreamSettings withCredentials(CredentialsReference changed) {
    return new FirestreamSettings(url, changed, maxAttempts, readTimeout, downloads);
  }

  public FirestreamSettings withMaxAttempts(int changed) {
    return new FirestreamSettings(url, credentials, changed, readTimeout, downloads);
  }

  public FirestreamSettings withReadTimeout(Duration changed) {
    return new FirestreamSettings(url, credentials, maxAttempts, changed, downloads);
  }

  public FirestreamSettings withDownloads(int changed) {
    return new FirestreamSettings(url, credentials, maxAttempts, readTimeout, changed);
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
          "The Firestream URL is http or https with a host and perhaps a path, without user, query"
              + " or fragment, for example "
              + DEFAULT_URL);
    }
    String text = url.toString();
    return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : url;
  }
}
