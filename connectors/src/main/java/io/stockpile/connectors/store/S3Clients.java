package io.stockpile.connectors.store;

import io.stockpile.connectors.http.Proxies;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.utils.AttributeMap;

/** How the AWS SDK is set up here: default credentials and region, bounded patience. */
final class S3Clients {
  /** Attempts at each request, the first among them; the SDK waits longer before each. */
  static final int ATTEMPTS = 5;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Between two bytes, not for the whole of a request. */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(60);

  /** Every open read holds one. */
  private static final int CONNECTIONS = 128;

  /** Somebody else was writing the same key at that moment: the same request may now go through. */
  private static final Set<String> CONFLICTS =
      Set.of("ConditionalRequestConflict", "OperationAborted");

  private S3Clients() {}

  /**
   * A client that the caller closes.
   *
   * @throws IllegalArgumentException when the endpoint is malformed
   * @throws IOException when no region is configured, saying how to
   */
  static S3Client open(StoreLocation location, Proxies proxies) throws IOException {
    return builder(location).httpClientBuilder(http(proxies)).build();
  }

  private static SdkHttpClient.Builder<?> http(Proxies proxies) {
    Apache5HttpClient.Builder http =
        Apache5HttpClient.builder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .socketTimeout(SOCKET_TIMEOUT)
            .maxConnections(CONNECTIONS)
            .tcpKeepAlive(true)
            .proxyConfiguration(
                ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .build())
            .httpRoutePlanner(proxies.routePlanner())
            .credentialsProvider(proxies.credentialsProvider());
    return new Built(http, proxies);
  }

  /** So that the SDK closes the client with its own, as it does with those that it builds. */
  private record Built(Apache5HttpClient.Builder http, Proxies proxies)
      implements SdkHttpClient.Builder<Built> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new S3ProxiedHttp(http.buildWithDefaults(defaults), proxies, SOCKET_TIMEOUT);
    }
  }

  /** Everything but the HTTP client. */
  static S3ClientBuilder builder(StoreLocation location) throws IOException {
    Optional<URI> endpoint = location.endpoint().map(S3Clients::endpoint);
    S3ClientBuilder builder =
        S3Client.builder()
            .region(region(endpoint.isPresent()))
            .forcePathStyle(pathStyle(location))
            .overrideConfiguration(configuration -> configuration.retryStrategy(retries()));
    endpoint.ifPresent(builder::endpointOverride);
    if (location.s3ChecksumsWhenRequired()) {
      builder
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
          .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false));
    }
    return builder;
  }

  /**
   * The SDK itself takes path style for names that can be no part of a host's, and over https for
   * those with dots, which no certificate covers. Servers other than AWS seldom resolve them.
   */
  private static boolean pathStyle(StoreLocation location) {
    return location.s3PathStyle()
        || (location.endpoint().isPresent()
            && S3Root.parse(location.root()).bucket().contains("."));
  }

  private static StandardRetryStrategy retries() {
    return DefaultRetryStrategy.standardStrategyBuilder()
        .maxAttempts(ATTEMPTS)
        .retryOnException(S3Clients::isConflict)
        .build();
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof AwsServiceException refused
        && refused.statusCode() == 409
        && refused.awsErrorDetails() != null
        && CONFLICTS.contains(refused.awsErrorDetails().errorCode());
  }

  private static URI endpoint(String endpoint) {
    try {
      URI uri = URI.create(endpoint);
      boolean http = "http".equalsIgnoreCase(uri.getScheme());
      if ((http || "https".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null) {
        if (uri.getUserInfo() != null) {
          throw new IllegalArgumentException(
              "The S3 endpoint holds an @. Credentials do not belong there: give them by"
                  + " environment or profile");
        }
        return uri;
      }
    } catch (IllegalArgumentException e) {
      if (endpoint.contains("@")) {
        throw e;
      }
    }
    throw new IllegalArgumentException(
        "'" + endpoint + "' is no S3 endpoint: write for example http://127.0.0.1:9000");
  }

  /** Servers other than AWS have no regions and take any; AWS's own default is as good as any. */
  private static Region region(boolean customEndpoint) throws IOException {
    try {
      return customEndpoint
          ? new AwsRegionProviderChain(
                  new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
              .getRegion()
          : new DefaultAwsRegionProviderChain().getRegion();
    } catch (SdkClientException e) {
      if (customEndpoint) {
        return Region.US_EAST_1;
      }
      throw new IOException(
          "No AWS region is configured. Set AWS_REGION, or region in the profile of"
              + " ~/.aws/config; for a server other than AWS give its endpoint",
          e);
    }
  }
}
