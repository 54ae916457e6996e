package io.stockpile.connectors.http;

import io.stockpile.connectors.credentials.CredentialsReference;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * How to reach a service. Immutable, serialisable, and without a secret in it.
 *
 * @param service the service
 * @param url its address, without a slash at the end
 * @param credentials where the credentials are; they are resolved only where they are used
 * @param maxAttempts after how many attempts in a row that fail or bring nothing new to give up
 * @param readTimeout how long the service may send nothing before an attempt counts as failed
 */
public record ServiceAccess(
    Service service,
    URI url,
    CredentialsReference credentials,
    int maxAttempts,
    Duration readTimeout)
    implements Serializable {
  public static final int DEFAULT_MAX_ATTEMPTS = 8;
  public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(45);

  /**
   * A service.
   *
   * @param name its name for messages
   * @param publicUrl its address unless another is given
   */
  public record Service(String name, URI publicUrl) implements Serializable {

    /** Access to its public address, with defaults for everything else. */
    public ServiceAccess access(CredentialsReference credentials) {
      return new ServiceAccess(
          this, publicUrl, credentials, DEFAULT_MAX_ATTEMPTS, DEFAULT_READ_TIMEOUT);
    }
  }

  public ServiceAccess {
    Objects.requireNonNull(credentials, "credentials");
    url = checked(service, url);
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts is at least 1, but it is " + maxAttempts);
    }
    if (readTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("readTimeout is positive, but it is " + readTimeout);
    }
  }

  private static URI checked(Service service, URI url) {
    boolean http =
        "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    // The message does not repeat the URL, because it may contain a password.
    if (!http
        || Origin.of(url).isEmpty()
        || url.getRawAuthority().contains("@")
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The "
              + service.name()
              + " URL is http or https with a host and perhaps a path, without user, query or"
              + " fragment, for example "
              + service.publicUrl());
    }
    String text = url.toString();
    return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : url;
  }

  public ServiceAccess withUrl(URI changed) {
    return new ServiceAccess(service, changed, credentials, maxAttempts, readTimeout);
  }

  public ServiceAccess withCredentials(CredentialsReference changed) {
    return new ServiceAccess(service, url, changed, maxAttempts, readTimeout);
  }

  public ServiceAccess withMaxAttempts(int changed) {
    return new ServiceAccess(service, url, credentials, changed, readTimeout);
  }

  public ServiceAccess withReadTimeout(Duration changed) {
    return new ServiceAccess(service, url, credentials, maxAttempts, changed);
  }
}
