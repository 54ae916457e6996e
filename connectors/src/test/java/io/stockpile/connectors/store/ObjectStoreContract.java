package io.stockpile.connectors.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockpile.connectors.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store must do. Each test has an empty root of its own. */
public abstract class ObjectStoreContract {
  private static final String KEY = "stocktwits/messages/date=2016-12-05/part 0.parquet";
  private static final int RACERS = 16;

  private ObjectStore store;

  /** Opens the root of the test. A second call in a test stands for another process. */
  protected abstract ObjectStore open() throws IOException;

  /** The size of an object that is uploaded in more than two parts, in bytes. */
  protected abstract int severalParts();

  @BeforeEach
  final void openStore() throws IOException {
    store = open();
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  @Test
  void anEmptyRootHoldsNothing() throws IOException {
    assertThat(store.list("")).isEmpty();
    assertThat(store.find(KEY)).isEmpty();
    assertThat(store.readVersioned(KEY)).isEmpty();
    assertThat(store.abortPending("", key -> true)).isZero();
    assertThatThrownBy(() -> store.read(KEY).close()).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> store.read(KEY, 0, 1)).isInstanceOf(NoSuchFileException.class);
    store.delete(KEY);
  }

  @Test
  void whatIsFinishedIsInvisibleUntilItIsCompleted() throws IOException {
    PendingObject pending = staged(KEY, "hello");

    assertThat(store.find(KEY)).isEmpty();
    assertThat(store.list("")).isEmpty();
    assertThat(pending.bytes()).isEqualTo(5);
    assertThat(pending.sha256())
        .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");

    store.complete(pending);

    assertThat(store.find(KEY)).contains(new StoredObject(KEY, 5));
    assertThat(store.list("")).containsExactly(new StoredObject(KEY, 5));
    assertThat(content(KEY)).isEqualTo("hello");
    assertThat(nothingIsPending()).isTrue();
  }

  @Test
  void closingWithoutFinishingLeavesNothing() throws IOException {
    try (StagedObject staged = store.stage(KEY)) {
      staged.write(new byte[] {1, 2, 3});
      assertThat(staged.position()).isEqualTo(3);
    }

    assertThat(store.list("")).isEmpty();
    assertThat(nothingIsPending()).isTrue();
  }

  @Test
  void closingAfterFinishingKeepsThePendingObject() throws IOException {
    StagedObject staged = store.stage(KEY);
    staged.write('x');
    PendingObject pending = staged.finish();
    staged.close();
    staged.close();

    store.complete(pending);

    assertThat(content(KEY)).isEqualTo("x");
  }

  @Test
  void nothingCanBeWrittenAfterFinishOrClose() throws IOException {
    StagedObject staged = store.stage(KEY);
    staged.finish();
    assertThatThrownBy(() -> staged.write(1)).hasMessageContaining("finished");
    assertThatThrownBy(staged::finish).hasMessageContaining("finished");
    staged.close();
    assertThatThrownBy(() -> staged.write(1)).hasMessageContaining("closed");
  }

  @Test
  void anotherProcessCanComplete() throws IOException {
    PendingObject pending = staged(KEY, "hello");

    try (ObjectStore other = open()) {
      other.complete(pending);
    }

    assertThat(content(KEY)).isEqualTo("hello");
  }

  @Test
  void completingReplacesWhatWasThere() throws IOException {
    put(KEY, "old");
    put(KEY, "newer");

    assertThat(content(KEY)).isEqualTo("newer");
    assertThat(store.list("")).containsExactly(new StoredObject(KEY, 5));
  }

  @Test
  void completingTwiceIsNoError() throws IOException {
    PendingObject pending = staged(KEY, "hello");
    store.complete(pending);

    store.complete(pending);

    assertThat(content(KEY)).isEqualTo("hello");
  }

  @Test
  void completingWhatWasReplacedSinceIsRefusedAndChangesNothing() throws IOException {
    PendingObject first = staged(KEY, "first");
    store.complete(first);
    put(KEY, "other");

    assertThatThrownBy(() -> store.complete(first))
        .isInstanceOf(PendingLostException.class)
        .hasMessageContaining(KEY);
    assertThat(content(KEY)).isEqualTo("other");
  }

  @Test
  void completingWhatWasAbortedIsRefused() throws IOException {
    PendingObject pending = staged(KEY, "hello");
    store.abort(pending);

    assertThatThrownBy(() -> store.complete(pending)).isInstanceOf(PendingLostException.class);
    assertThat(store.find(KEY)).isEmpty();
  }

  @Test
  void abortingTwiceOrAfterCompletionChangesNothing() throws IOException {
    PendingObject aborted = staged(KEY, "hello");
    store.abort(aborted);
    store.abort(aborted);
    PendingObject completed = staged(KEY, "there");
    store.complete(completed);
    store.abort(completed);

    assertThat(content(KEY)).isEqualTo("there");
  }

  @Test
  void twoStagingsOfOneKeyDoNotDisturbEachOther() throws IOException {
    PendingObject second;
    try (StagedObject one = store.stage(KEY);
        StagedObject two = store.stage(KEY)) {
      one.write("one".getBytes(UTF_8));
      two.write("two".getBytes(UTF_8));
      store.complete(one.finish());
      second = two.finish();
    }
    assertThat(content(KEY)).isEqualTo("one");

    store.complete(second);

    assertThat(content(KEY)).isEqualTo("two");
  }

  @Test
  protected void abortPendingThrowsAwayWhatADeadProcessLeft() throws IOException {
    PendingObject finished = staged("a/2016-12-05/x", "finished");
    StagedObject abandoned = store.stage("a/2016-12-05/y");
    abandoned.write(1);
    PendingObject kept = staged("a/2016-12-06/x", "kept");
    PendingObject elsewhere = staged("b/2016-12-05/x", "elsewhere");

    try (ObjectStore next = open()) {
      assertThat(next.abortPending("a/", key -> key.contains("2016-12-05"))).isEqualTo(2);
      assertThat(next.abortPending("a/", key -> key.contains("2016-12-05"))).isZero();
    }

    assertThatThrownBy(() -> store.complete(finished)).isInstanceOf(PendingLostException.class);
    assertThatThrownBy(() -> store.complete(abandoned.finish()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("run again when that one is done");
    abandoned.close();
    store.complete(kept);
    store.complete(elsewhere);
    assertThat(keys("")).containsExactly("a/2016-12-06/x", "b/2016-12-05/x");
  }

  @Test
  void abortPendingLeavesWhatIsYoungerThanAnInstant() throws IOException {
    PendingObject pending = staged("a/2016-12-05/x", "staged just now");

    Instant now = Instant.now();
    assertThat(store.abortPending("", key -> true, now.minus(Duration.ofHours(1)))).isZero();
    store.complete(pending);
    staged("a/2016-12-05/y", "staged just now");
    assertThat(store.abortPending("", key -> true, now.plus(Duration.ofHours(1)))).isEqualTo(1);

    assertThat(keys("")).containsExactly("a/2016-12-05/x");
  }

  @Test
  void abortPendingTakesAPrefixThatEndsWithinAName() throws IOException {
    staged("tables/messages/x", "1");
    staged("tables/message_likes/x", "1");

    assertThat(store.abortPending("tables/messages", key -> true)).isEqualTo(1);
    assertThat(store.abortPending("", key -> true)).isEqualTo(1);
  }

  @Test
  void abortPendingLeavesVisibleObjectsAlone() throws IOException {
    put(KEY, "hello");

    assertThat(store.abortPending("", key -> true)).isZero();
    assertThat(content(KEY)).isEqualTo("hello");
  }

  @Test
  void anObjectWithoutBytesIsAnObject() throws IOException {
    put(KEY, "");

    assertThat(store.find(KEY)).contains(new StoredObject(KEY, 0));
    assertThat(content(KEY)).isEmpty();
    assertThat(store.read(KEY, 0, 0)).isEmpty();
    assertThatThrownBy(() -> store.read(KEY, 0, 1)).isInstanceOf(EOFException.class);
  }

  @Test
  void anObjectOfSeveralPartsComesBackAsItWas() throws IOException {
    byte[] bytes = new byte[severalParts()];
    new Random(1).nextBytes(bytes);
    PendingObject pending;
    try (StagedObject staged = store.stage(KEY)) {
      int written = 0;
      for (int size = 1; written < bytes.length; size = size * 2 + 1) {
        int chunk = Math.min(size, bytes.length - written);
        staged.write(bytes, written, chunk);
        written += chunk;
      }
      assertThat(staged.position()).isEqualTo(bytes.length);
      pending = staged.finish();
    }
    store.complete(pending);
    store.complete(pending);

    try (InputStream content = store.read(KEY)) {
      assertThat(Sha256.of(content)).isEqualTo(pending.sha256()).isEqualTo(Sha256.of(bytes));
    }
    assertThat(store.find(KEY)).contains(new StoredObject(KEY, bytes.length));
    byte[] tail = store.read(KEY, bytes.length - 3L, 3);
    assertThat(tail)
        .containsExactly(bytes[bytes.length - 3], bytes[bytes.length - 2], bytes[bytes.length - 1]);
  }

  @Test
  void aRangeIsReadExactlyOrNotAtAll() throws IOException {
    put(KEY, "0123456789");

    assertThat(store.read(KEY, 0, 10)).asString(UTF_8).isEqualTo("0123456789");
    assertThat(store.read(KEY, 4, 3)).asString(UTF_8).isEqualTo("456");
    assertThat(store.read(KEY, 9, 1)).asString(UTF_8).isEqualTo("9");
    assertThat(store.read(KEY, 10, 0)).isEmpty();
    assertThatThrownBy(() -> store.read(KEY, 8, 3)).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> store.read(KEY, 10, 1)).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> store.read(KEY, 99, 1)).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> store.read(KEY, 99, 0)).isInstanceOf(EOFException.class);
  }

  @Test
  void aStreamCanBeLeftBeforeItsEnd() throws IOException {
    put(KEY, "0123456789");

    try (InputStream content = store.read(KEY)) {
      assertThat(content.read()).isEqualTo('0');
    }
    assertThat(content(KEY)).isEqualTo("0123456789");
  }

  @Test
  void listIsInKeyOrderAndTakesPrefixesThatEndAnywhere() throws IOException {
    for (String key : List.of("t/b/2", "t/a/1", "t/a-b/1", "t/a/10", "u/1", "t2")) {
      put(key, key);
    }

    assertThat(keys("")).containsExactly("t/a-b/1", "t/a/1", "t/a/10", "t/b/2", "t2", "u/1");
    assertThat(keys("t/a/")).containsExactly("t/a/1", "t/a/10");
    assertThat(keys("t/a")).containsExactly("t/a-b/1", "t/a/1", "t/a/10");
    assertThat(keys("t/a/1")).containsExactly("t/a/1", "t/a/10");
    assertThat(keys("t")).hasSize(5);
    assertThat(keys("x/y/z/")).isEmpty();
    assertThat(keys("t2/")).isEmpty();
  }

  @Test
  void deletedObjectsAreGone() throws IOException {
    put("a/b/c", "1");
    put("a/b/d", "1");
    store.delete("a/b/c");
    store.delete("a/b/c");

    assertThat(keys("")).containsExactly("a/b/d");
    assertThat(store.find("a/b/c")).isEmpty();
  }

  @Test
  void putIfAbsentWritesOnce() throws IOException {
    String version = store.putIfAbsent(KEY, bytes("mine"));

    assertThatThrownBy(() -> store.putIfAbsent(KEY, bytes("yours")))
        .isInstanceOf(PreconditionFailedException.class)
        .hasMessageContaining(KEY);
    Versioned read = store.readVersioned(KEY).orElseThrow();
    assertThat(read.content()).asString(UTF_8).isEqualTo("mine");
    assertThat(read.version()).isEqualTo(version);
    assertThat(nothingIsPending()).isTrue();
  }

  @Test
  void putIfUnchangedReplacesOnlyTheVersionItWasGiven() throws IOException {
    String first = store.putIfAbsent(KEY, bytes("1"));
    String second = store.putIfUnchanged(KEY, bytes("2"), first);

    assertThatThrownBy(() -> store.putIfUnchanged(KEY, bytes("3"), first))
        .isInstanceOf(PreconditionFailedException.class)
        .hasMessageContaining(KEY);
    assertThat(content(KEY)).isEqualTo("2");
    assertThat(store.readVersioned(KEY).orElseThrow().version()).isEqualTo(second);

    store.delete(KEY);
    assertThatThrownBy(() -> store.putIfUnchanged(KEY, bytes("3"), second))
        .isInstanceOf(PreconditionFailedException.class);
    assertThat(store.find(KEY)).isEmpty();
    assertThat(nothingIsPending()).isTrue();
  }

  @Test
  void ofManyPutsIfAbsentExactlyOneWins() throws Exception {
    List<Boolean> won =
        race(racer -> succeeds(() -> store.putIfAbsent(KEY, bytes("racer " + racer))));

    assertThat(won).containsOnlyOnce(true);
    assertThat(content(KEY)).isEqualTo("racer " + won.indexOf(true));
  }

  /**
   * Whether the server checks the version and replaces the object in one step. All servers are
   * asked to.
   */
  boolean replacesInOneStep() {
    return true;
  }

  @Test
  void ofManyPutsIfUnchangedExactlyOneWins() throws Exception {
    assumeTrue(replacesInOneStep(), "this server looks first and writes then");
    String version = store.putIfAbsent(KEY, bytes("start"));

    List<Boolean> won =
        race(racer -> succeeds(() -> store.putIfUnchanged(KEY, bytes("racer " + racer), version)));

    assertThat(won).containsOnlyOnce(true);
    assertThat(content(KEY)).isEqualTo("racer " + won.indexOf(true));
  }

  @Test
  void manyCanStageCompleteAndDeleteSideBySide() throws Exception {
    race(
        racer -> {
          for (int round = 0; round < 3; round++) {
            put("shared/" + racer % 4 + "/" + racer, "x");
            store.delete("shared/" + racer % 4 + "/" + racer);
          }
          put("kept/" + racer, "x");
          return true;
        });

    assertThat(keys("shared/")).isEmpty();
    assertThat(keys("kept/")).hasSize(RACERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "a/../b",
        "./a",
        "a/.hidden",
        "_staging",
        "_staging/a",
        "a\nb"
      })
  void badKeysAreRefused(String key) {
    assertThatThrownBy(() -> store.find(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.read(key).close()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.read(key, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.readVersioned(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.stage(key).close()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.delete(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.putIfAbsent(key, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.putIfUnchanged(key, new byte[0], "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a", "a//", "../", "a/../", "_staging/"})
  void badPrefixesAreRefused(String prefix) {
    assertThatThrownBy(() -> store.list(prefix)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.abortPending(prefix, key -> true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void handlesThatWereNotIssuedHereAreRefused() {
    PendingObject forged = new PendingObject(KEY, 1, "00", "../../elsewhere");

    assertThatThrownBy(() -> store.complete(forged)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.abort(forged)).isInstanceOf(IllegalArgumentException.class);
  }

  final ObjectStore store() {
    return store;
  }

  final PendingObject staged(String key, String content) throws IOException {
    try (StagedObject staged = store.stage(key)) {
      staged.write(bytes(content));
      return staged.finish();
    }
  }

  final void put(String key, String content) throws IOException {
    store.complete(staged(key, content));
  }

  final String content(String key) throws IOException {
    try (InputStream content = store.read(key)) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  final List<String> keys(String prefix) throws IOException {
    return store.list(prefix).stream().map(StoredObject::key).toList();
  }

  /** Whether the next run would find no staged object. */
  final boolean nothingIsPending() throws IOException {
    return store.abortPending("", key -> true) == 0;
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private interface Racer {
    boolean run(int number) throws Exception;
  }

  private static boolean succeeds(Callable<String> put) throws Exception {
    try {
      return !put.call().isEmpty();
    } catch (PreconditionFailedException e) {
      return false;
    }
  }

  private static List<Boolean> race(Racer racer) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    try {
      CountDownLatch ready = new CountDownLatch(RACERS);
      List<Future<Boolean>> racers = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        int number = i;
        racers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return racer.run(number);
                }));
      }
      List<Boolean> won = new ArrayList<>();
      for (Future<Boolean> future : racers) {
        won.add(future.get());
      }
      return won;
    } finally {
      threads.shutdownNow();
    }
  }
}
