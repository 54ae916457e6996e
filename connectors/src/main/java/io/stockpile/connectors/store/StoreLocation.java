package io.stockpile.connectors.store;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.http.Proxies;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * The place of an archive and how to reach it: everything that a worker needs to open the store.
 * Holds no secret.
 *
 * @param root a local path, {@code file:} URI, {@code s3://bucket/prefix}, or a URI of one of
 *     Beam's file systems
 * @param s3Endpoint the address of an S3 server other than AWS, for example {@code
 *     http://127.0.0.1:9000}; null for AWS itself
 * @param s3PathStyle whether the bucket is part of the path and not of the host name
 * @param s3ChecksumsWhenRequired whether the newer default checksums are left out, for older
 *     servers that refuse them
 * @param proxyCredentials where user name and password for a proxy are, if it needs them
 */
public record StoreLocation(
    String root,
    String s3Endpoint,
    boolean s3PathStyle,
    boolean s3ChecksumsWhenRequired,
    CredentialsReference proxyCredentials)
    implements Serializable {

  public StoreLocation {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(proxyCredentials, "proxyCredentials");
  }

  /** A location with the default reference for proxies. */
  public StoreLocation(
      String root, String s3Endpoint, boolean s3PathStyle, boolean s3ChecksumsWhenRequired) {
    this(root, s3Endpoint, s3PathStyle, s3ChecksumsWhenRequired, Proxies.DEFAULT_CREDENTIALS);
  }

  /** A location with defaults for everything but the root. */
  public static StoreLocation of(String root) {
    return new StoreLocation(root, null, false, false);
  }

  public StoreLocation withProxyCredentials(CredentialsReference changed) {
    return new StoreLocation(root, s3Endpoint, s3PathStyle, s3ChecksumsWhenRequired, changed);
  }

  /** A location with another root that is reached in the same way. */
  public StoreLocation withRoot(String changed) {
    return new StoreLocation(
        changed, s3Endpoint, s3PathStyle, s3ChecksumsWhenRequired, proxyCredentials);
  }

  public Optional<String> endpoint() {
    return Optional.ofNullable(s3Endpoint);
  }
}
