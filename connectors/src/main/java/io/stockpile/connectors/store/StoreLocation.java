package io.stockpile.connectors.store;

import io.stockpile.connectors.http.CredentialsReference;
import io.stockpile.connectors.http.Proxies;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an archive lies and how to reach it: all a worker needs to open the store. Holds no secret.
 *
 * @param root a local path, {@code file:} URI, {@code s3://bucket/prefix}, or a URI of one of
 *     Beam's file systems
 * @param s3Endpoint of an S3 server other than AWS, for example {@code http://127.0.0.1:9000}; null
 *     for AWS itself
 * @param s3PathStyle whether the bucket stands in the path instead of the host name
 * @param s3ChecksumsWhenRequired whether the newer default checksums are left out, for older
 *     servers that refuse them
 * @param proxyCredentials where user name and password for a proxy on the way are, if it wants any
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

  /** As above, with the reference for proxies that holds unless another is given. */
  public StoreLocation(
      String root, String s3Endpoint, boolean s3PathStyle, boolean s3ChecksumsWhenRequired) {
    this(root, s3Endpoint, s3PathStyle, s3ChecksumsWhenRequired, Proxies.DEFAULT_CREDENTIALS);
  }

  /** A root that needs nothing said about how to reach it. */
  public static StoreLocation of(String root) {
    return new StoreLocation(root, null, false, false);
  }

  public StoreLocation withProxyCredentials(CredentialsReference changed) {
    return new StoreLocation(root, s3Endpoint, s3PathStyle, s3ChecksumsWhenRequired, changed);
  }

  /** Another place that is reached in the same way. */
  public StoreLocation withRoot(String changed) {
    return new StoreLocation(
        changed, s3Endpoint, s3PathStyle, s3ChecksumsWhenRequired, proxyCredentials);
  }

  public Optional<String> endpoint() {
    return Optional.ofNullable(s3Endpoint);
  }
}
