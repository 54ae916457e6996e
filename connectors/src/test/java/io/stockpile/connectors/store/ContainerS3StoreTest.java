package io.stockpile.connectors.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.opentest4j.TestAbortedException;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The contract over a network, with a server in a container: S3Proxy's public image, or that of
 * {@code -Dstockpile.test.s3Image=NAME}, which must take the same variables. If no image can be
 * pulled, {@code -Dstockpile.test.baseImage=NAME} may name one that has Java; the test then adds
 * S3Proxy to it.
 */
@EnabledIf(
    value = "io.stockpile.connectors.store.DockerEngine#isWanted",
    disabledReason =
        "No Docker here, or one that cannot fetch images: the S3 server in a container was left"
            + " out")
class ContainerS3StoreTest extends ObjectStoreContract {
  private static final String IMAGE =
      System.getProperty("stockpile.test.s3Image", "andrewgaul/s3proxy:4.1.0");
  private static final Optional<String> BASE =
      System.getProperty("stockpile.test.s3Image") == null
          ? Optional.ofNullable(System.getProperty("stockpile.test.baseImage"))
          : Optional.empty();
  private static final int PORT = 8080;
  private static final Map<String, String> SETTINGS =
      Map.of(
          "s3proxy.endpoint",
          "http://0.0.0.0:" + PORT,
          "s3proxy.authorization",
          "aws-v2-or-v4",
          "s3proxy.identity",
          EmbeddedS3.ACCESS_KEY,
          "s3proxy.credential",
          EmbeddedS3.SECRET_KEY,
          "jclouds.provider",
          "filesystem-nio2",
          "jclouds.filesystem.basedir",
          "/tmp");

  private static GenericContainer<?> server;

  private final String prefix = UUID.randomUUID().toString();

  @BeforeAll
  static void startServer() throws IOException {
    server = BASE.isPresent() ? ofThisClassPath(BASE.get()) : ofImage();
    // The engine listens on the port before the server does, so an open port does not mean that the
    // server is ready.
    server
        .withExposedPorts(PORT)
        .waitingFor(Wait.forHttp("/").forPort(PORT).forStatusCodeMatching(code -> code < 500));
    try {
      server.start();
    } catch (ContainerFetchException e) {
      if (BASE.isPresent() || System.getProperty("stockpile.test.s3Image") != null) {
        throw e;
      }
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

  private static GenericContainer<?> ofImage() {
    GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE));
    SETTINGS.forEach(
        (name, value) -> container.withEnv(name.replace('.', '_').toUpperCase(Locale.ROOT), value));
    return container;
  }

  private static GenericContainer<?> ofThisClassPath(String base) {
    StringBuilder settings = new StringBuilder();
    SETTINGS.forEach((name, value) -> settings.append(name).append('=').append(value).append('\n'));
    ImageFromDockerfile image =
        new ImageFromDockerfile()
            .withFileFromString("s3/s3proxy.conf", settings.toString())
            .withDockerfileFromBuilder(
                file ->
                    file.from(base)
                        .copy("s3", "/s3")
                        .user("65532:65532")
                        .entryPoint(
                            "java",
                            "-Xmx512m",
                            "-cp",
                            "/s3/*",
                            "org.gaul.s3proxy.Main",
                            "--properties",
                            "/s3/s3proxy.conf")
                        .build());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      if (Files.isRegularFile(jar)) {
        image.withFileFromPath("s3/" + jar.getFileName(), jar);
      }
    }
    return new GenericContainer<>(image);
  }

  @AfterAll
  static void stopServer() {
    server.stop();
  }

  @Override
  protected ObjectStore open() throws IOException {
    return S3TestStores.open(location(prefix), EmbeddedS3.credentials());
  }

  @Override
  protected int severalParts() {
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
