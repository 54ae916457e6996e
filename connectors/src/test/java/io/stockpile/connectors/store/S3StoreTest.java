package io.stockpile.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

class S3StoreTest extends ObjectStoreContract {
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
  protected ObjectStore open() throws IOException {
    return S3TestStores.open(server.location(prefix), EmbeddedS3.credentials());
  }

  @Override
  boolean replacesInOneStep() {
    return false;
  }

  @Override
  protected int severalParts() {
    return S3TestStores.SEVERAL_PARTS;
  }

  @Test
  void wrongSecretIsSaidWithoutTheSecret() throws IOException {
    String secret = "wrong-secret-0815";
    try (ObjectStore wrong =
        S3TestStores.open(server.location(prefix), credentials("stockpile-test-key", secret))) {
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
    try (ObjectStore store = S3TestStores.open(nowhere, EmbeddedS3.credentials())) {
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
    try (ObjectStore old = S3TestStores.open(plain, EmbeddedS3.credentials());
        StagedObject staged = old.stage("a")) {
      staged.write(bytes("hello"));
      old.complete(staged.finish());
      old.putIfAbsent("b", bytes("hello"));
    }
    assertThat(content("a") + content("b")).isEqualTo("hellohello");
  }

  @Test
  void missingCredentialsAreSaid() throws IOException {
    AwsCredentialsProvider none =
        AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create());
    try (ObjectStore store = S3TestStores.open(server.location(prefix), none)) {
      assertThatThrownBy(() -> store.find("a"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("s3://archive/" + prefix + "/a: no AWS credentials were found")
          .hasMessageContaining("Set AWS_ACCESS_KEY_ID");
    }
  }

  @Test
  void theDefaultChainAndAnEndpointAreAllThatIsNeeded() throws IOException {
    System.setProperty("aws.accessKeyId", EmbeddedS3.ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", EmbeddedS3.SECRET_KEY);
    try (ObjectStore opened = ObjectStores.open(server.location(prefix + "//"))) {
      opened.putIfAbsent("a", bytes("1"));
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
    assertThat(keys("")).containsExactly("a");
  }

  @Test
  void objectsOfOthersBesideThePrefixAreNotSeen() throws IOException {
    StoreLocation beside = server.location(prefix + "-beside");
    try (ObjectStore other = S3TestStores.open(beside, EmbeddedS3.credentials())) {
      other.putIfAbsent("a", bytes("1"));
      StagedObject pending = other.stage("b");
      pending.finish();
      assertThat(keys("")).isEmpty();
      assertThat(nothingIsPending()).isTrue();
      assertThat(other.abortPending("", key -> true)).isEqualTo(1);
    }
  }

  /**
   * The endpoint has a name, because the SDK puts the bucket only before a name and not before
   * 127.0.0.1.
   */
  @Test
  void aBucketWithDotsGoesIntoThePath() throws IOException {
    String bucket = "dotted.bucket.test";
    server.createBucket(bucket);
    StoreLocation named =
        new StoreLocation(
            "s3://" + bucket + "/x",
            server.endpoint().replace("127.0.0.1", "localhost"),
            false,
            false);
    try (ObjectStore store = S3TestStores.open(named, EmbeddedS3.credentials())) {
      store.putIfAbsent("a", bytes("1"));
      assertThat(store.list("")).containsExactly(new StoredObject("a", 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bucket, bucket.server.invalid, true",
    "Old_Bucket, server.invalid, false",
    "dotted.bucket, server.invalid, false"
  })
  void aServerWhoseNameHasNoAddressIsSaid(String bucket, String host, boolean inTheName)
      throws IOException {
    StoreLocation nowhere =
        new StoreLocation("s3://" + bucket + "/x", "http://server.invalid:9000", false, false);
    try (ObjectStore store = S3TestStores.open(nowhere, EmbeddedS3.credentials())) {
      assertThatThrownBy(() -> store.list(""))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the host name " + host + " could not be resolved to an address")
          .satisfies(
              failure ->
                  assertThat(failure.getMessage().contains("--s3PathStyle")).isEqualTo(inTheName));
    }
  }

  private static AwsCredentialsProvider credentials(String key, String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
  }
}
