package io.stockpile.connectors.http;

import io.stockpile.connectors.credentials.CredentialsReference;
import java.net.URI;
import java.time.Duration;

/**
 * The settings for a service: how to reach it, and options of that service.
 *
 * @param <S> the implementing type
 */
public interface ServiceSettings<S extends ServiceSettings<S>> {
  /** How to reach the service. */
  ServiceAccess access();

  /** The same settings with another access. */
  S withAccess(ServiceAccess changed);

  /** See {@link ServiceAccess#url}. */
  default URI url() {
    return access().url();
  }

  /** See {@link ServiceAccess#credentials}. */
  default CredentialsReference credentials() {
    return access().credentials();
  }

  /** See {@link ServiceAccess#maxAttempts}. */
  default int maxAttempts() {
    return access().maxAttempts();
  }

  /** See {@link ServiceAccess#readTimeout}. */
  default Duration readTimeout() {
    return access().readTimeout();
  }

  default S withUrl(URI changed) {
    return withAccess(access().withUrl(changed));
  }

  default S withCredentials(CredentialsReference changed) {
    return withAccess(access().withCredentials(changed));
  }

  default S withMaxAttempts(int changed) {
    return withAccess(access().withMaxAttempts(changed));
  }

  default S withReadTimeout(Duration changed) {
    return withAccess(access().withReadTimeout(changed));
  }
}
