package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.testing.ScriptedStore;
import io.stockpile.connectors.testing.StoreScript;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
  private static final TableSchema SCHEMA = TestTables.single(Primitive.STRING);
  private static final long DAY = LocalDate.of(2016, 12, 5).toEpochDay();

  @TempDir Path root;
  private TestFiles files;
  private final TreeShredder shredder = new TreeShredder(SCHEMA);

  @BeforeEach
  void open() throws IOException {
    files = new TestFiles(root);
  }

  private static WriterSettings settings(long fileBytes, int openPartitions) {
    return new WriterSettings(10, 1 << 20, 5, 1 << 20, fileBytes, openPartitions, 3, Set.of());
  }

  private TableWriter writer(WriterSettings settings) {
    return new TableWriter(
        SCHEMA, "firestream-message-2016-12-05", settings, files.store(), new SpareRowGroups());
  }

  private ShreddedRecord record(long id) {
    return shredder.shred(Chunks.row(id, "value " + id));
  }

  private List<Object> ids(TableFile file) throws IOException {
    files.store().complete(file.pending());
    return ParquetTrees.read(files.input(file.pending().key()), SCHEMA).stream()
        .map(row -> row.get("id"))
        .toList();
  }

  private int abortedLeftovers(ObjectStore store) throws IOException {
    return store.abortPending("", key -> true);
  }

  @Test
  void rowsGoToTheFilesOfTheirDays() throws Exception {
    List<TableFile> written;
    try (TableWriter writer = writer(WriterSettings.defaults())) {
      writer.write(record(7), DAY + 1);
      writer.write(record(3), DAY);
      writer.write(record(-2), DAY);
      writer.write(record(9), DAY + 1);
      assertThat(writer.bufferedBytes()).isPositive();
      written = writer.finish();
      assertThat(writer.rows()).isEqualTo(4);
    }

    assertThat(written)
        .extracting(file -> file.pending().key())
        .containsExactly(
            "test/single/date=2016-12-05/firestream-message-2016-12-05-0000.parquet",
            "test/single/date=2016-12-06/firestream-message-2016-12-05-0000.parquet");
    TableFile first = written.get(0);
    assertThat(first.table()).isEqualTo("test/single");
    assertThat(first.date()).isEqualTo("2016-12-05");
    assertThat(first.rows()).isEqualTo(2);
    assertThat(first.minId()).isEqualTo(-2);
    assertThat(first.maxId()).isEqualTo(3);
    assertThat(ids(first)).containsExactly(3L, -2L);
    assertThat(ids(written.get(1))).containsExactly(7L, 9L);
  }

  @Test
  void theDayWrittenLeastRecentlyIsFinishedFirstAndGoesOnInAnotherPart() throws Exception {
    List<TableFile> written;
    try (TableWriter writer = writer(settings(1 << 20, 2))) {
      writer.write(record(1), DAY);
      writer.write(record(2), DAY + 1);
      writer.write(record(3), DAY);
      // The second day was used less recently, so its file is closed to make room.
      writer.write(record(4), DAY + 2);
      writer.write(record(5), DAY);
      writer.write(record(6), DAY + 1);
      written = writer.finish();
    }

    assertThat(written)
        .extracting(file -> file.pending().key().substring("test/single/date=2016-12-".length()))
        .containsExactly(
            "05/firestream-message-2016-12-05-0000.parquet",
            "06/firestream-message-2016-12-05-0000.parquet",
            "06/firestream-message-2016-12-05-0001.parquet",
            "07/firestream-message-2016-12-05-0000.parquet");
    assertThat(ids(written.get(0))).containsExactly(1L, 3L, 5L);
    assertThat(ids(written.get(1))).containsExactly(2L);
    assertThat(ids(written.get(2))).containsExactly(6L);
    assertThat(ids(written.get(3))).containsExactly(4L);
  }

  @Test
  void aFileEndsAtTheRowGroupThatReachesItsBytes() throws Exception {
    List<TableFile> written;
    try (TableWriter writer = writer(settings(1, 8))) {
      for (int i = 0; i < 25; i++) {
        writer.write(record(i), DAY);
      }
      written = writer.finish();
    }

    assertThat(written).extracting(TableFile::rows).containsExactly(10L, 10L, 5L);
    assertThat(written).extracting(TableFile::minId).containsExactly(0L, 10L, 20L);
    assertThat(written.get(2).pending().key()).endsWith("-0002.parquet");
  }

  @Test
  void aTableWithoutRowsHasNoFiles() throws Exception {
    try (TableWriter writer = writer(WriterSettings.defaults())) {
      assertThat(writer.finish()).isEmpty();
    }
    assertThat(abortedLeftovers(files.store())).isZero();
  }

  @Test
  void nothingIsVisibleBeforeItIsCompleted() throws Exception {
    try (TableWriter writer = writer(WriterSettings.defaults())) {
      writer.write(record(1), DAY);
      writer.finish();
    }
    assertThat(files.store().list("")).isEmpty();
    assertThat(abortedLeftovers(files.store())).isEqualTo(1);
  }

  @Test
  void closingThrowsAwayOpenAndFinishedFiles() throws Exception {
    try (TableWriter writer = writer(settings(1, 1))) {
      for (int i = 0; i < 25; i++) {
        writer.write(record(i), DAY + i % 3);
      }
    }

    assertThat(abortedLeftovers(files.store())).isZero();
    assertThat(files.store().list("")).isEmpty();
  }

  @Test
  void afterAFullDiskTheWriterIsUnusableAndLeavesNothing() throws Exception {
    ObjectStore full = new ScriptedStore(files.store(), StoreScript.diskFullAfter(9_000));
    try (TableWriter writer =
        new TableWriter(SCHEMA, "unit", settings(2_000, 2), full, new SpareRowGroups())) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  writer.write(record(i), DAY);
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left");
      assertThatThrownBy(() -> writer.write(record(1), DAY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("test/single");
      assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
    }

    assertThat(abortedLeftovers(files.store())).isZero();
  }

  @Test
  void afterAFullDiskAtTheEndNothingIsHandedOut() throws Exception {
    ObjectStore full = new ScriptedStore(files.store(), StoreScript.diskFullAfter(20));
    try (TableWriter writer =
        new TableWriter(SCHEMA, "unit", settings(2_000, 8), full, new SpareRowGroups())) {
      for (int day = 0; day < 3; day++) {
        writer.write(record(day), DAY + day);
      }
      assertThatThrownBy(writer::finish).isInstanceOf(IOException.class);
    }

    assertThat(abortedLeftovers(files.store())).isZero();
  }

  @Test
  void aRecordThatDoesNotFitTheTableIsRefusedByColumn() throws Exception {
    ShreddedRecord missing = new ShreddedRecord();
    missing.begin(new byte[0]);
    ShreddedRecord twice = new ShreddedRecord();
    twice.begin(new byte[0]);
    twice.addNumber(0, 0, 0, 1);
    twice.addNumber(0, 0, 0, 2);
    ShreddedRecord list = new ShreddedRecord();
    list.begin(new byte[0]);
    list.addNumber(0, 0, 0, 1);
    list.addNumber(0, 1, 0, 1);
    ShreddedRecord deep = new ShreddedRecord();
    deep.begin(new byte[0]);
    deep.addNumber(0, 0, 1, 1);

    for (ShreddedRecord record : List.of(missing, twice, list, deep)) {
      try (TableWriter writer = writer(WriterSettings.defaults())) {
        assertThatThrownBy(
                () -> {
                  writer.write(record, DAY);
                  writer.finish();
                })
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Column id");
      }
    }
    assertThat(abortedLeftovers(files.store())).isZero();
  }

  @Test
  void manyDaysInAnyOrderLoseNoRow() throws Exception {
    Random random = new Random(11);
    List<Long> expected = new ArrayList<>();
    List<Object> read = new ArrayList<>();
    try (TableWriter writer = writer(settings(1_500, 3))) {
      for (long id = 0; id < 200; id++) {
        writer.write(record(id), DAY + random.nextInt(6));
        expected.add(id);
      }
      List<TableFile> written = writer.finish();
      assertThat(written)
          .isSortedAccordingTo(
              (left, right) -> left.pending().key().compareTo(right.pending().key()));
      for (TableFile file : written) {
        read.addAll(ids(file));
      }
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theSameRowsGiveTheSameFiles() throws Exception {
    List<Map<String, Object>> rows = new RandomTrees(SCHEMA, 3, 0.3).list(3_000);
    List<List<TableFile>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (TableWriter writer = writer(settings(5_000, 2))) {
        for (int i = 0; i < rows.size(); i++) {
          writer.write(shredder.shred(rows.get(i)), DAY + i / 400 % 3);
        }
        runs.add(writer.finish());
      }
    }

    assertThat(runs.get(0)).hasSizeGreaterThan(3);
    assertThat(runs.get(1))
        .extracting(file -> file.pending().key(), file -> file.pending().sha256())
        .isEqualTo(
            runs.get(0).stream()
                .map(file -> tuple(file.pending().key(), file.pending().sha256()))
                .toList());
  }
}
