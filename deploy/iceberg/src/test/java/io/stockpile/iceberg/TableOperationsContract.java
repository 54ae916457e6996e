package io.stockpile.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What commits of a table guarantee in every kind of store. */
abstract class TableOperationsContract {
  private static final String DIRECTORY = "_iceberg/stocktwits/messages";
  private static final String HINT = DIRECTORY + "/metadata/version-hint.text";

  private ObjectStore store;

  /** A location without objects. */
  abstract StoreLocation location();

  abstract ObjectStore open() throws IOException;

  @BeforeEach
  void openStore() throws IOException {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private ArchiveTableOperations operations(ObjectStore through) {
    return new ArchiveTableOperations(
        through,
        new ArchiveFileIO(through, location()),
        ObjectStores.address(location()),
        DIRECTORY);
  }

  private ArchiveTableOperations create() {
    ArchiveTableOperations operations = operations(store);
    operations.commit(null, IcebergSchemas.metadata(Tables.MESSAGES, operations.location()));
    return operations;
  }

  private static TableMetadata changed(TableMetadata base, String value) {
    return TableMetadata.buildFrom(base).setProperties(Map.of("test", value)).build();
  }

  private String hint() throws IOException {
    return new String(
        store.readVersioned(HINT).map(Versioned::content).orElseThrow(), StandardCharsets.US_ASCII);
  }

  private void putHint(String text) throws IOException {
    store.putIfUnchanged(
        HINT,
        text.getBytes(StandardCharsets.US_ASCII),
        store.readVersioned(HINT).orElseThrow().version());
  }

  private List<String> states() throws IOException {
    return store.list(DIRECTORY + "/metadata/v").stream()
        .map(StoredObject::key)
        .filter(key -> key.endsWith(".json"))
        .map(key -> key.substring(key.lastIndexOf('/') + 1))
        .toList();
  }

  @Test
  void aTableThatIsNotThereHasNoState() {
    assertThat(operations(store).current()).isNull();
  }

  @Test
  void aStateIsReadAsItWasCommitted() throws IOException {
    ArchiveTableOperations operations = create();
    operations.commit(operations.current(), changed(operations.current(), "second"));

    assertThat(operations(store).current().properties()).containsEntry("test", "second");
    assertThat(states()).containsExactly("v1.metadata.json", "v2.metadata.json");
    assertThat(hint()).isEqualTo("2");
  }

  @Test
  void aCommitOnAnOldStateIsRefused() {
    ArchiveTableOperations one = create();
    ArchiveTableOperations other = operations(store);
    TableMetadata seen = other.current();
    one.commit(one.current(), changed(one.current(), "one"));

    assertThatThrownBy(() -> other.commit(seen, changed(seen, "other")))
        .isInstanceOf(CommitFailedException.class);

    other.refresh();
    assertThatThrownBy(() -> other.commit(seen, changed(seen, "other")))
        .isInstanceOf(CommitFailedException.class);
    assertThat(operations(store).current().properties()).containsEntry("test", "one");
  }

  @Test
  void ofTwoThatMakeATableOneSucceeds() {
    create();

    assertThatThrownBy(this::create).isInstanceOf(CommitFailedException.class);
  }

  @Test
  void writersAtOnceLoseNothing() throws Exception {
    BaseTable made = new BaseTable(create(), "messages");
    made.updateProperties().set("commit.retry.num-retries", "100").commit();
    ExecutorService writers = Executors.newFixedThreadPool(3);
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      work.add(
          () -> {
            for (int j = 0; j < 4; j++) {
              append(number + "-" + j);
            }
            return null;
          });
    }
    for (Future<Void> done : writers.invokeAll(work)) {
      done.get();
    }
    writers.shutdown();

    BaseTable table = new BaseTable(operations(store), "messages");
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      tasks.forEach(task -> files.add(task.file().location()));
    }
    assertThat(files).hasSize(12);
    assertThat(new HashSet<>(files)).hasSize(12);
    assertThat(hint()).isEqualTo("14");
  }

  private void append(String name) {
    BaseTable table = new BaseTable(operations(store), "messages");
    table
        .newFastAppend()
        .appendFile(
            DataFiles.builder(table.specs().get(1))
                .withPath("memory:" + name + ".parquet")
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(1)
                .withRecordCount(1)
                .build())
        .commit();
  }

  @Test
  void aCommitWhosePutWasSentTwiceIsDone() throws IOException {
    create();
    ArchiveTableOperations operations =
        operations(
            FaultyStore.after(
                store,
                (method, key) -> {
                  if (method.equals("putIfAbsent") && key.endsWith("v2.metadata.json")) {
                    throw new PreconditionFailedException(key + " is there");
                  }
                }));

    operations.commit(operations.current(), changed(operations.current(), "twice"));

    assertThat(operations.current().properties()).containsEntry("test", "twice");
    assertThat(states()).containsExactly("v1.metadata.json", "v2.metadata.json");
  }

  @Test
  void aCommitWhoseAnswerGotLostIsLookedAt() {
    create();
    ArchiveTableOperations operations =
        operations(
            FaultyStore.after(
                store,
                (method, key) -> {
                  if (method.equals("putIfAbsent") && key.endsWith("v2.metadata.json")) {
                    throw new IOException("The answer got lost");
                  }
                }));

    operations.commit(operations.current(), changed(operations.current(), "lost"));

    assertThat(operations(store).current().properties()).containsEntry("test", "lost");
  }

  @Test
  void ofACommitThatMayStillArriveNobodySaysThatItFailed() {
    create();
    ArchiveTableOperations operations =
        operations(
            FaultyStore.before(
                store,
                (method, key) -> {
                  if (method.equals("putIfAbsent") && key.endsWith("v2.metadata.json")) {
                    throw new IOException("Out of reach");
                  }
                }));
    TableMetadata seen = operations.current();

    assertThatThrownBy(() -> operations.commit(seen, changed(seen, "unknown")))
        .isInstanceOf(CommitStateUnknownException.class);
  }

  @Test
  void aHintThatLagsIsTornOrGoneMisleadsNobodyAndIsPutRight() throws IOException {
    ArchiveTableOperations operations = create();
    operations.commit(operations.current(), changed(operations.current(), "second"));
    for (String torn : List.of("1", "", "x", "-3")) {
      putHint(torn);
      ArchiveTableOperations again = operations(store);
      assertThat(again.current().properties()).as(torn).containsEntry("test", "second");
      again.mendHint();
      assertThat(hint()).isEqualTo("2");
    }
    store.delete(HINT);
    operations(store).mendHint();
    assertThat(hint()).isEqualTo("2");
  }

  @Test
  void aHintIsNeverWrittenBackwards() throws IOException {
    ArchiveTableOperations operations = create();
    putHint("7");

    operations.commit(operations.current(), changed(operations.current(), "second"));

    assertThat(hint()).isEqualTo("7");
  }

  @Test
  void theCommitIsDoneWhereOnlyTheHintCouldNotBeWritten() throws IOException {
    create();
    AtomicInteger strikes = new AtomicInteger();
    ArchiveTableOperations operations =
        operations(
            FaultyStore.before(
                store,
                (method, key) -> {
                  if (method.startsWith("put") && key.equals(HINT)) {
                    strikes.incrementAndGet();
                    throw new IOException("Out of reach");
                  }
                }));

    operations.commit(operations.current(), changed(operations.current(), "second"));

    assertThat(strikes).hasValue(1);
    assertThat(hint()).isEqualTo("1");
    assertThat(operations(store).current().properties()).containsEntry("test", "second");
  }

  @Test
  void statesBeforeTheLastTenGoAndTheHintNeverNamesOneOfThem() throws IOException {
    ArchiveTableOperations operations = create();
    for (int i = 0; i < 13; i++) {
      operations.commit(operations.current(), changed(operations.current(), "state " + i));
    }

    assertThat(states())
        .hasSize(11)
        .contains("v14.metadata.json")
        .doesNotContain("v3.metadata.json");
    assertThat(hint()).isEqualTo("14");
  }
}
