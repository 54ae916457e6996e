package io.stockpile.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

class S3StoreTest extends ObjectStoreContract {
  /** The smallest that the server takes for a part that is not the last. */
  private static final S3PartSizes SMALL_PARTS = new S3PartSizes(5 << 20, 1000);

  private static EmbeddedS3 server;

  private final String prefix = "my archive/" + UUID.randomUUID();

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedS3.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @Override
  ObjectStore open() throws IOException {
    return open(server.location(prefix), EmbeddedS3.credentials());
  }

  @Override
  boolean replacesInOneStep() {
    return false;
  }

  @Override
  int severalParts() {
    return (2 * SMALL_PARTS.first()) + 12_345;
  }

  @Test
  void wrongSecretIsSaidWithoutTheSecret() throws IOException {
    String secret = "wrong-secret-0815";
    try (ObjectStore wrong =
        open(server.location(prefix), credentials("stockpile-test-key", secret))) {
      assertThatThrownBy(() -> wrong.list("a/"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Could not list s3://archive/" + prefix + "/a/: 403")
          .hasMessageContaining("SignatureDoesNotMatch")
          .hasMessageContaining("Check that access key and secret key belong together")
          .hasMessageNotContaining(secret)
          .hasStackTraceContaining("S3Exception");
      assertThatThrownBy(() -> wrong.find("a"))
          .hasMessageContaining("403")
          .hasMessageContaining("Check the credentials");
      assertThatThrownBy(() -> wrong.stage("a"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Could not begin s3://archive/" + prefix + "/a: 403");
    }
  }

  @Test
  void missingBucketIsSaid() throws IOException {
    StoreLocation nowhere = new StoreLocation("s3://nowhere/x", server.endpoint(), true, false);
    try (ObjectStore store = open(nowhere, EmbeddedS3.credentials())) {
      assertThatThrownBy(() -> store.stage("a"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("s3://nowhere/x/a: 404 NoSuchBucket")
          .hasMessageContaining("Create the bucket nowhere");
      assertThatThrownBy(() -> store.list("")).hasMessageContaining("NoSuchBucket");
      assertThatThrownBy(() -> store.read("a")).hasMessageContaining("NoSuchBucket");
      assertThatThrownBy(() -> store.putIfUnchanged("a", new byte[0], "x"))
          .hasMessageContaining("NoSuchBucket");
    }
  }

  @Test
  void withoutTheNewerChecksumsItWorksAsWell() throws IOException {
    StoreLocation plain =
        new StoreLocation(server.location(prefix).root(), server.endpoint(), true, true);
    try (ObjectStore old = open(plain, EmbeddedS3.credentials());
        StagedObject staged = old.stage("a")) {
      staged.write(bytes("hello"));
      old.complete(staged.finish());
      old.putIfAbsent("b", bytes("hello"));
    }
    assertThat(content("a") + content("b")).isEqualTo("hellohello");
  }

  private static AwsCredentialsProvider credentials(String key, String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
  }

  private static ObjectStore open(StoreLocation location, AwsCredentialsProvider credentials)
      throws IOException {
    return new S3Store(
        location.root(),
        S3Clients.builder(location)
            .httpClientBuilder(Apache5HttpClient.builder())
            .credentialsProvider(credentials)
            .build(),
        SMALL_PARTS,
        !location.s3ChecksumsWhenRequired());
  }
}
