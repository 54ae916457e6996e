package io.stockpile.connectors.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** What a caller sees when requests to S3 fail half way. */
class S3StoreFaultsTest {
  private static EmbeddedS3 server;

  private final String prefix = UUID.randomUUID().toString();
  private ObjectStore sound;

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedS3.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void openSound() throws IOException {
    sound = S3TestStores.open(server.location(prefix), EmbeddedS3.credentials());
  }

  @AfterEach
  void closeSound() {
    sound.close();
  }

  @Test
  void aRefusedPartBreaksTheObjectForGood() throws IOException {
    SdkHttpClient http = new RefusingHttp(ScriptedHttp::isPartUpload, 1, 403, "AccessDenied");
    try (ObjectStore store = open(http)) {
      try (StagedObject staged = store.stage("a")) {
        byte[] content = new byte[S3TestStores.SMALL_PARTS.first()];
        staged.write(content);
        assertThatThrownBy(() -> staged.write(content))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("Could not upload part 1 of s3://archive/" + prefix + "/a: 403")
            .hasMessageContaining("AccessDenied, Said by the script")
            .hasMessageContaining("Check the credentials");
        assertThatThrownBy(() -> staged.write(1)).hasMessageContaining("earlier write failed");
        assertThatThrownBy(staged::finish).hasMessageContaining("earlier write failed");
      }
      assertThat(store.abortPending("", key -> true)).isZero();
    }
    assertThat(sound.list("")).isEmpty();
  }

  @Test
  void aRefusedLastPartFailsFinishAndLeavesNothing() throws IOException {
    SdkHttpClient http = new RefusingHttp(ScriptedHttp::isPartUpload, 9, 403, "AccessDenied");
    try (ObjectStore store = open(http)) {
      try (StagedObject staged = store.stage("a")) {
        staged.write(1);
        assertThatThrownBy(staged::finish).hasMessageContaining("upload part 1 of");
        assertThatThrownBy(staged::finish).hasMessageContaining("earlier write failed");
      }
      assertThat(store.abortPending("", key -> true)).isZero();
    }
    assertThat(sound.list("")).isEmpty();
  }

  @Test
  void aRefusedAbortIsSaidAndLeftToTheNextRun() throws IOException {
    SdkHttpClient http =
        new RefusingHttp(
            request -> request.method() == SdkHttpMethod.DELETE, 1, 403, "AccessDenied");
    try (ObjectStore store = open(http)) {
      StagedObject staged = store.stage("a");
      staged.write(1);
      assertThatThrownBy(staged::close)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Could not abort the upload of s3://archive/" + prefix + "/a");
    }
    assertThat(sound.abortPending("", key -> true)).isEqualTo(1);
  }

  @Test
  void aPartWhoseAnswerWasLostIsSentAgain() throws IOException {
    AnswerLosingHttp http = new AnswerLosingHttp(ScriptedHttp::isPartUpload);
    byte[] content = content(S3TestStores.SEVERAL_PARTS);
    try (ObjectStore store = open(http);
        StagedObject staged = store.stage("a")) {
      staged.write(content);
      store.complete(staged.finish());
    }
    assertThat(http.losses()).isEqualTo(1);
    assertThat(read("a")).isEqualTo(content);
  }

  private static final String UNLOCKED =
      "<Error><Code>ObjectLockConfigurationNotFoundError</Code></Error>";

  private Retention retention(int status, String document) throws IOException {
    return retention(status, document, 404, UNLOCKED);
  }

  private Retention retention(int status, String document, int lockStatus, String lock)
      throws IOException {
    ScriptedHttp http =
        new ScriptedHttp() {
          @Override
          HttpExecuteResponse answer(SdkHttpRequest request, Exchange exchange) throws IOException {
            boolean asked = request.rawQueryParameters().containsKey("versioning");
            boolean locked = request.rawQueryParameters().containsKey("object-lock");
            return asked
                ? said(status, document)
                : locked ? said(lockStatus, lock) : exchange.send();
          }
        };
    try (ObjectStore store = open(http)) {
      return store.retention();
    }
  }

  @Test
  void aBucketThatKeepsVersionsOrDidSoOnceSaysSo() throws IOException {
    String status = "<VersioningConfiguration><Status>%s</Status></VersioningConfiguration>";
    assertThat(retention(200, status.formatted("Enabled"))).isEqualTo(Retention.VERSIONS);
    assertThat(retention(200, status.formatted("Suspended"))).isEqualTo(Retention.VERSIONS);
    assertThat(
            retention(
                200,
                status.formatted("Enabled"),
                200,
                "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>"
                    + "</ObjectLockConfiguration>"))
        .isEqualTo(Retention.LOCKED_VERSIONS);
    assertThat(retention(200, "<VersioningConfiguration/>")).isEqualTo(Retention.NOTHING);
    assertThat(retention(501, "<Error><Code>NotImplemented</Code></Error>"))
        .isEqualTo(Retention.UNKNOWN);
    assertThat(retention(403, "<Error><Code>AccessDenied</Code></Error>"))
        .isEqualTo(Retention.UNKNOWN);
  }

  @Test
  void aCompletionWhoseAnswerWasLostIsRecognised() throws IOException {
    AnswerLosingHttp http =
        new AnswerLosingHttp(
            request ->
                request.method() == SdkHttpMethod.POST
                    && request.firstMatchingRawQueryParameter("uploadId").isPresent());
    try (ObjectStore store = open(http);
        StagedObject staged = store.stage("a")) {
      staged.write("hello".getBytes(UTF_8));
      store.complete(staged.finish());
    }
    assertThat(http.losses()).isEqualTo(1);
    assertThat(read("a")).asString(UTF_8).isEqualTo("hello");
  }

  @Test
  void aConditionalPutWhoseAnswerWasLostIsRecognisedAsOwn() throws IOException {
    AnswerLosingHttp absent = new AnswerLosingHttp(S3StoreFaultsTest::isPut);
    String first;
    try (ObjectStore store = open(absent)) {
      first = store.putIfAbsent("a", "1".getBytes(UTF_8));
    }
    assertThat(absent.losses()).isEqualTo(1);
    assertThat(sound.readVersioned("a").orElseThrow().version()).isEqualTo(first);

    AnswerLosingHttp unchanged = new AnswerLosingHttp(S3StoreFaultsTest::isPut);
    String second;
    try (ObjectStore store = open(unchanged)) {
      second = store.putIfUnchanged("a", "2".getBytes(UTF_8), first);
    }
    assertThat(unchanged.losses()).isEqualTo(1);
    assertThat(sound.readVersioned("a").orElseThrow().version()).isEqualTo(second);
    assertThat(read("a")).asString(UTF_8).isEqualTo("2");
  }

  @Test
  void aConflictIsTriedAgain() throws IOException {
    SdkHttpClient http =
        new RefusingHttp(S3StoreFaultsTest::isPut, 2, 409, "ConditionalRequestConflict");
    try (ObjectStore store = open(http)) {
      store.putIfAbsent("a", "1".getBytes(UTF_8));
    }
    assertThat(read("a")).asString(UTF_8).isEqualTo("1");
  }

  @Test
  void aServerWithoutConditionalWritesIsNamed() throws IOException {
    SdkHttpClient http = new RefusingHttp(S3StoreFaultsTest::isPut, 9, 501, "NotImplemented");
    try (ObjectStore store = open(http)) {
      assertThatThrownBy(() -> store.putIfAbsent("a", new byte[0]))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(PreconditionFailedException.class)
          .hasMessageContaining("501 NotImplemented to a conditional write")
          .hasMessageContaining("use a server that knows them");
    }
  }

  @Test
  void aCutReadIsTakenUpAtTheSameByte() throws IOException {
    byte[] content = content(1000);
    sound.putIfAbsent("a", content);
    DownloadCuttingHttp http = new DownloadCuttingHttp(300, 3);
    try (ObjectStore store = open(http);
        InputStream stream = store.read("a")) {
      assertThat(stream.readAllBytes()).isEqualTo(content);
      assertThat(stream.read()).isEqualTo(-1);
    }
    assertThat(http.ranges())
        .containsExactly("", "bytes=300-999", "bytes=600-999", "bytes=900-999");
  }

  @Test
  void aCutRangeIsTakenUpAtTheSameByte() throws IOException {
    byte[] content = content(1000);
    sound.putIfAbsent("a", content);
    DownloadCuttingHttp http = new DownloadCuttingHttp(60, 1);
    try (ObjectStore store = open(http)) {
      assertThat(store.read("a", 100, 200)).containsExactly(slice(content, 100, 200));
    }
    assertThat(http.ranges()).containsExactly("bytes=100-299", "bytes=160-299");
  }

  @Test
  void aReadThatNeverGetsFurtherEnds() throws IOException {
    sound.putIfAbsent("a", content(1000));
    try (ObjectStore store = open(new DownloadCuttingHttp(0, Integer.MAX_VALUE));
        InputStream stream = store.read("a")) {
      assertThatThrownBy(stream::read)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("at byte 0 of 1000: the connection broke 6 times there");
    }
  }

  @Test
  void aReadWhoseAnswersHaveNoLengthEndsWhereTheObjectDoes() throws IOException {
    byte[] content = content(1000);
    sound.putIfAbsent("a", content);
    try (ObjectStore store = open(new LengthLosingHttp(300, 2));
        InputStream stream = store.read("a")) {
      assertThat(stream.readAllBytes()).isEqualTo(content);
    }
    try (ObjectStore store = open(new LengthLosingHttp(60, 1))) {
      assertThat(store.read("a", 100, 200)).containsExactly(slice(content, 100, 200));
    }
  }

  @Test
  void aReadNeverMixesTwoVersions() throws IOException {
    String version = sound.putIfAbsent("a", content(1000));
    try (ObjectStore store = open(new DownloadCuttingHttp(300, 1));
        InputStream stream = store.read("a")) {
      assertThat(stream.readNBytes(300)).hasSize(300);
      sound.putIfUnchanged("a", content(999), version);

      assertThatThrownBy(stream::read)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("was replaced or deleted while it was being read, at byte 300");
    }
  }

  private ObjectStore open(SdkHttpClient http) throws IOException {
    return S3TestStores.open(server.location(prefix), EmbeddedS3.credentials(), http);
  }

  private byte[] read(String key) throws IOException {
    try (InputStream stream = sound.read(key)) {
      return stream.readAllBytes();
    }
  }

  private static boolean isPut(SdkHttpRequest request) {
    return request.method() == SdkHttpMethod.PUT;
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  private static byte[] slice(byte[] content, int offset, int length) {
    return Arrays.copyOfRange(content, offset, offset + length);
  }
}
