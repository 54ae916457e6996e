package io.stockpile.connectors.store;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The contract over a network, against a server in a container. {@code -Dstockpile.test.s3Image}
 * names another image that takes S3Proxy's variables.
 */
@EnabledIf(
    value = "dockerIsThere",
    disabledReason =
        "No Docker here, or one that cannot fetch images: the S3 server in a container was left out")
class ContainerS3StoreTest extends ObjectStoreContract {
  private static final String IMAGE =
      System.getProperty("stockpile.test.s3Image", "andrewgaul/s3proxy:4.1.1");
  private static final int PORT = 8080;

  private static GenericContainer<?> server;

  private final String prefix = UUID.randomUUID().toString();

  static boolean dockerIsThere() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (RuntimeException cannotFetchImages) {
      return false;
    }
  }

  @BeforeAll
  static void startServer() throws IOException {
    server =
        new GenericContainer<>(DockerImageName.parse(IMAGE))
            .withEnv(
                Map.of(
                    "S3PROXY_ENDPOINT",
                    "http://0.0.0.0:" + PORT,
                    "S3PROXY_AUTHORIZATION",
                    "aws-v2-or-v4",
                    "S3PROXY_IDENTITY",
                    EmbeddedS3.ACCESS_KEY,
                    "S3PROXY_CREDENTIAL",
                    EmbeddedS3.SECRET_KEY,
                    "JCLOUDS_PROVIDER",
                    "filesystem-nio2",
                    "JCLOUDS_FILESYSTEM_BASEDIR",
                    "/tmp"))
            .withExposedPorts(PORT);
    try {
      server.start();
    } catch (ContainerFetchException e) {
      throw new TestAbortedException("Docker is here, but the image " + IMAGE + " is not", e);
    }
    try (S3Client client =
        S3Clients.builder(location(""))
            .httpClientBuilder(Apache5HttpClient.builder())
            .credentialsProvider(EmbeddedS3.credentials())
            .build()) {
      client.createBucket(create -> create.bucket(EmbeddedS3.BUCKET));
    }
  }

  @AfterAll
  static void stopServer() {
    server.stop();
  }

  @Override
  ObjectStore open() throws IOException {
    return S3TestStores.open(location(prefix), EmbeddedS3.credentials());
  }

  @Override
  int severalParts() {
    return S3TestStores.SEVERAL_PARTS;
  }

  @Override
  boolean replacesInOneStep() {
    return false;
  }

  private static StoreLocation location(String prefix) {
    return new StoreLocation(
        "s3://" + EmbeddedS3.BUCKET + "/" + prefix,
        "http://" + server.getHost() + ":" + server.getMappedPort(PORT),
        true,
        false);
  }
}
