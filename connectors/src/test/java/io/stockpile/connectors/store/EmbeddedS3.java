package io.stockpile.connectors.store;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3 server in the memory of this process. It checks signatures, checksums and preconditions,
 * and has one bucket.
 */
public final class EmbeddedS3 implements AutoCloseable {
  public static final String ACCESS_KEY = "stockpile-test-key";
  public static final String SECRET_KEY = "stockpile-test-secret";
  public static final String BUCKET = "archive";

  private final S3Proxy server;

  private EmbeddedS3(S3Proxy server) {
    this.server = server;
  }

  /** Starts a server on a free port of the loopback interface. */
  public static EmbeddedS3 start() throws IOException {
    S3Proxy server =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .blobStore(BlobStores.create("transient-nio2", new Properties()))
            .build();
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("Could not start the S3 server of the tests", e);
    }
    EmbeddedS3 started = new EmbeddedS3(server);
    started.createBucket(BUCKET);
    return started;
  }

  /** For example {@code http://127.0.0.1:40123}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** The location of an archive whose root is this prefix in the bucket. */
  public StoreLocation location(String prefix) {
    return new StoreLocation("s3://" + BUCKET + "/" + prefix, endpoint(), true, false);
  }

  /** The environment variables with the credentials of the server, for other processes. */
  public static Map<String, String> environment() {
    return Map.of("AWS_ACCESS_KEY_ID", ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", SECRET_KEY);
  }

  /** Opens a store whose root is this prefix in the bucket. */
  public ObjectStore open(String prefix) throws IOException {
    return S3TestStores.open(location(prefix), credentials());
  }

  void createBucket(String bucket) throws IOException {
    try (S3Client client =
        S3Clients.builder(location(""))
            .httpClientBuilder(Apache5HttpClient.builder())
            .credentialsProvider(credentials())
            .build()) {
      client.createBucket(create -> create.bucket(bucket));
    }
  }

  static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("Could not stop the S3 server of the tests", e);
    }
  }
}
