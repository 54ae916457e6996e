package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.PendingLostException;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.S3Front;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code erase} in a bucket: whole jobs, from landing to proof. */
class EraseOnS3Test {
  private static final String ROOT = "s3://" + EmbeddedS3.BUCKET + "/a";
  private static final String KEY = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";
  private static final List<String> DAYS = List.of("2018-03-05", "2018-03-06");
  private static final String GONE = "words-of-7 ";
  private static final S3Front.Answer DENIED =
      new S3Front.Answer(
          403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");

  @TempDir private Path directory;
  private final AtomicReference<S3Front.Script> script =
      new AtomicReference<>((method, target) -> Optional.empty());
  private EmbeddedS3 server;
  private S3Front front;
  private Archive local;

  @BeforeEach
  void fill() throws IOException {
    server = EmbeddedS3.start();
    front = S3Front.before(server, (method, target) -> script.get().answer(method, target));
    local = new Archive(directory.resolve("copy"));
    System.setProperty(KEY, EmbeddedS3.ACCESS_KEY);
    System.setProperty(SECRET, EmbeddedS3.SECRET_KEY);
    for (String day : DAYS) {
      Path file = directory.resolve("stocktwits_messages_" + day.replace('-', '_'));
      Files.write(file, lines(day));
    }
    Archive.Ending ending = run("import", "--files=" + directory + "/stocktwits_*");
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  @AfterEach
  void stop() throws IOException {
    System.clearProperty(KEY);
    System.clearProperty(SECRET);
    front.close();
    server.close();
  }

  private static String message(long id, String day, String more) {
    return ("{\"id\":%d,\"body\":\"words-of-%d end\",\"created_at\":\"%sT10:00:00Z\","
            + "\"user\":{\"id\":9}%s}")
        .formatted(id, id, day, more);
  }

  private static String line(String action, String data, String day) {
    return "{\"object\":\"Message\",\"action\":\"%s\",\"data\":%s,\"time\":\"%sT10:00:00Z\"}"
        .formatted(action, data, day);
  }

  /**
   * Twenty messages of a day. A message of the second day shares one of the first, which is deleted
   * on the second day.
   */
  private static List<String> lines(String day) {
    List<String> lines = new ArrayList<>();
    int first = day.equals(DAYS.get(0)) ? 1 : 21;
    for (int id = first; id < first + 20; id++) {
      lines.add(line("create", message(id, day, ""), day));
    }
    if (first > 1) {
      String shared = ",\"reshare_message\":{\"message\":%s}".formatted(message(7, day, ""));
      lines.add(line("create", message(99, day, shared), day));
      lines.add(line("destroy", "{\"id\":7}", day));
    }
    return lines;
  }

  private List<String> words(String... command) {
    List<String> words = new ArrayList<>(Arrays.asList(command));
    words.addAll(List.of("--output=" + ROOT, "--s3Endpoint=" + front.endpoint(), "--s3PathStyle"));
    return words;
  }

  private Archive.Ending run(String... command) {
    return local.runPlain(words(command).toArray(new String[0]));
  }

  private ObjectStore open() throws IOException {
    return ObjectStores.open(new StoreLocation(ROOT, server.endpoint(), true, false));
  }

  private List<String> keys() throws IOException {
    try (ObjectStore store = open()) {
      return store.list("").stream().map(StoredObject::key).toList();
    }
  }

  /**
   * The whole content of the bucket: every object decompressed, and every column of every table.
   */
  private Map<String, String> everyByte() throws Exception {
    Path copy = Files.createTempDirectory(directory, "bucket");
    try (ObjectStore store = open()) {
      for (StoredObject object : store.list("")) {
        Path file = copy.resolve(object.key());
        Files.createDirectories(file.getParent());
        try (InputStream bytes = store.read(object.key())) {
          Files.write(file, bytes.readAllBytes());
        }
      }
    }
    return EveryByte.of(new Archive(copy));
  }

  private void assertGone() throws Exception {
    everyByte().forEach((key, text) -> assertThat(text).as(key).doesNotContain(GONE));
    try (ObjectStore store = open()) {
      assertThat(store.abortPending("", key -> true)).as("staged objects").isZero();
    }
    assertThat(keys()).noneMatch(key -> key.startsWith("_commits/"));
    Archive.Ending proof = run("verify", "--erased");
    assertThat(proof.code()).as(proof.out() + proof.err()).isZero();
  }

  @Test
  void whatWasDeletedLeavesTheBucketAndStaysGone() throws Exception {
    Map<String, byte[]> unchanged = new TreeMap<>();
    Archive.Ending ending = run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out())
        .contains("1 message to be gone, of which 1 message new; 2 of 2 units hold");
    assertGone();
    assertThat(run("verify").code()).isZero();
    assertThat(keys())
        .contains("_landing/firestream/message/2018-03-05.g2.gz")
        .doesNotContain("_landing/firestream/message/2018-03-05.gz");
    for (String key : keys()) {
      unchanged.put(key, read(key));
    }

    assertThat(run("erase").code()).isZero();
    assertThat(keys()).containsExactlyElementsOf(unchanged.keySet());
    for (String key : keys()) {
      assertThat(read(key)).as(key).isEqualTo(unchanged.get(key));
    }
    Archive.Ending replaced =
        run("import", "--files=" + directory + "/stocktwits_*", "--onExisting=replace");
    assertThat(replaced.code()).as(replaced.out() + replaced.err()).isZero();
    assertGone();
  }

  @Test
  void whatOthersAreUploadingBesideTheArchiveStays() throws Exception {
    Archive later =
        new Archive(
            directory.resolve("copy"), new AdvancingClock(Instant.now().plus(Duration.ofDays(2))));
    try (ObjectStore store = open()) {
      PendingObject left = staged(store, "_landing/firestream/message/2018-03-07.gz");
      PendingObject ofOthers = staged(store, "backups/twitter/dump.tar");

      Archive.Ending ending = later.runPlain(words("erase").toArray(new String[0]));

      assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
      store.complete(ofOthers);
      assertThatThrownBy(() -> store.complete(left)).isInstanceOf(PendingLostException.class);
    }
  }

  private static PendingObject staged(ObjectStore store, String key) throws IOException {
    try (StagedObject staged = store.stage(key)) {
      staged.write(GONE.getBytes(StandardCharsets.UTF_8));
      return staged.finish();
    }
  }

  private byte[] read(String key) throws IOException {
    try (ObjectStore store = open();
        InputStream bytes = store.read(key)) {
      return bytes.readAllBytes();
    }
  }

  private static S3Front.Script versioned(String lock) {
    String versioning =
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
    return (method, target) -> {
      if (method.equals("GET") && target.contains("?versioning")) {
        return Optional.of(new S3Front.Answer(200, versioning));
      }
      if (method.equals("GET") && target.contains("?object-lock")) {
        return Optional.of(
            lock.isEmpty()
                ? new S3Front.Answer(
                    404,
                    "<Error><Code>ObjectLockConfigurationNotFoundError</Code>"
                        + "<Message>none</Message></Error>")
                : new S3Front.Answer(200, lock));
      }
      return Optional.empty();
    };
  }

  @Test
  void aBucketThatKeepsVersionsIsRefusedAndAfterwardsTheyAreNamed() throws Exception {
    script.set(versioned(""));
    List<String> before = keys();

    Archive.Ending refused = run("erase");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("keeps former versions", "--evenThoughVersioned", "Nothing was changed");
    assertThat(keys()).isEqualTo(before);

    Archive.Ending ending = run("erase", "--evenThoughVersioned");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out())
        .contains("Not gone yet: the bucket keeps former versions")
        .contains("list-object-versions --bucket " + EmbeddedS3.BUCKET + " --prefix 'a/'")
        .doesNotContain("object lock");
    assertGone();
  }

  @Test
  void aBucketWithObjectLockIsToldOfAsSuch() {
    script.set(
        versioned(
            "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule>"
                + "<DefaultRetention><Mode>COMPLIANCE</Mode><Days>30</Days></DefaultRetention>"
                + "</Rule></ObjectLockConfiguration>"));

    Archive.Ending refused = run("erase");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("object lock", "legal hold", "--evenThoughVersioned");

    Archive.Ending ending = run("erase", "--evenThoughVersioned");
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out())
        .contains("Not gone yet", "get-object-retention", "get-object-legal-hold");
  }

  @ParameterizedTest
  @CsvSource({"/_landing/", "/stocktwits/", "/"})
  void whatMayNotBeRemovedIsNamedAndNeverSaidToBeGone(String where) throws Exception {
    script.set(
        (method, target) ->
            method.equals("DELETE") && target.contains(where) && !target.contains("uploadId")
                ? Optional.of(DENIED)
                : Optional.empty());

    Archive.Ending ending = run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isEqualTo(1);
    String said = ending.out() + ending.err();
    assertThat(said)
        .contains("403 AccessDenied", "s3:DeleteObject", "legal hold", "still there")
        .doesNotContain("another run committed it", "nothing of it is to be gone");
    String key = where.equals("/stocktwits/") ? "stocktwits/messages/date=" : "_landing/firestream";
    assertThat(said).contains(ROOT + "/" + key);
    assertThat(everyByte().toString()).contains(GONE);
    assertThat(run("verify", "--erased").code()).isEqualTo(5);

    Archive.Ending again = run("erase");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out() + again.err()).contains("403 AccessDenied", "s3:DeleteObject");

    script.set((method, target) -> Optional.empty());
    Archive.Ending allowed = run("erase");
    assertThat(allowed.code()).as(allowed.out() + allowed.err()).isZero();
    assertGone();
  }

  /**
   * Runs an erasure that is killed at its first request of this kind; the server does not see that
   * request.
   */
  private void eraseUntilKilled(String method, String part) throws Exception {
    AtomicReference<Process> process = new AtomicReference<>();
    script.set(
        (asked, target) -> {
          if (!asked.equals(method) || !target.contains(part)) {
            return Optional.empty();
          }
          process.get().destroyForcibly();
          return Optional.of(new S3Front.Answer(503, ""));
        });
    local.environment().putAll(EmbeddedS3.environment());
    local.environment().put("AWS_REGION", "us-east-1");
    process.set(local.startHeard(words("erase")));
    String out;
    try (InputStream heard = process.get().getInputStream()) {
      out = new String(heard.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(process.get().waitFor()).as(out).isEqualTo(137);
    script.set((asked, target) -> Optional.empty());
  }

  @Test
  void killedThreeTimesTheNextRunEndsIt() throws Exception {
    Map<String, String> before = everyByte();
    eraseUntilKilled("POST", "/stocktwits/messages/");
    assertThat(everyByte().toString()).contains(GONE);
    eraseUntilKilled("PUT", "/_manifests/firestream/message/2018-03-0");
    eraseUntilKilled("DELETE", "/_landing/");

    Archive.Ending ending = run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone();
    assertThat(run("verify").code()).isZero();
    String after = everyByte().toString();
    before.values().stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("{\"object\"") && !line.contains(GONE))
        .forEach(line -> assertThat(after).contains(line));
  }
}
