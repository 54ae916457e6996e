package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files do not show whether they were written with buffers that other files have left. */
class SpareRowGroupsTest {
  @TempDir Path root;
  private TestFiles files;
  private final SpareRowGroups spares = new SpareRowGroups();

  @BeforeEach
  void open() throws IOException {
    files = new TestFiles(root);
  }

  private List<TableFile> write(
      String unit,
      TableSchema schema,
      WriterSettings settings,
      SpareRowGroups spares,
      List<Map<String, Object>> trees)
      throws IOException {
    TreeShredder shredder = new TreeShredder(schema);
    ShreddedRecord record = new ShreddedRecord();
    try (TableWriter writer = new TableWriter(schema, unit, settings, files.store(), spares)) {
      for (Map<String, Object> tree : trees) {
        writer.write(shredder.shred(tree, record), 0);
      }
      List<TableFile> written = writer.finish();
      for (TableFile file : written) {
        files.store().complete(file.pending());
      }
      return written;
    }
  }

  private void assertSame(
      String unit, TableSchema schema, WriterSettings settings, List<Map<String, Object>> trees)
      throws IOException {
    List<TableFile> reused = write(unit + "-reused", schema, settings, spares, trees);
    List<TableFile> fresh = write(unit + "-fresh", schema, settings, new SpareRowGroups(), trees);

    assertThat(reused).hasSameSizeAs(fresh);
    for (int i = 0; i < fresh.size(); i++) {
      assertThat(reused.get(i).minId()).isEqualTo(fresh.get(i).minId());
      assertThat(reused.get(i).maxId()).isEqualTo(fresh.get(i).maxId());
      assertThat(Files.readAllBytes(files.path(reused.get(i).pending().key())))
          .as("%s of %d rows", unit, trees.size())
          .isEqualTo(Files.readAllBytes(files.path(fresh.get(i).pending().key())));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void unitsOfAnySizeBehindEachOther(long seed) throws Exception {
    Random random = new Random(seed);
    TableSchema schema = TestTables.everything();
    WriterSettings settings =
        TestFiles.settings(
            1 + random.nextInt(1500),
            1 + random.nextInt(600),
            50 + random.nextInt(20_000),
            "id",
            "body");

    for (int unit = 0; unit < 6; unit++) {
      int rows = random.nextBoolean() ? random.nextInt(10) : random.nextInt(2500);
      double nulls = random.nextInt(5) / 4.0;
      assertSame(
          "unit-" + unit,
          schema,
          settings,
          new RandomTrees(schema, random.nextLong(), nulls).list(rows));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INT64", "STRING", "DOUBLE"})
  void dictionariesOfAnySizeBehindEachOther(Primitive primitive) throws Exception {
    TableSchema schema = TestTables.single(primitive);
    WriterSettings settings = TestFiles.settings(30_000, 5_000, 1 << 20);
    int unit = 0;
    for (int distinct : new int[] {20_000, 7, 1, 20_000, 40_000, 300, 20_000}) {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (int row = 0; row < 2 * distinct; row++) {
        rows.add(Chunks.row(row, value(primitive, row % distinct / (1 + unit % 3))));
      }
      assertSame("unit-" + unit++, schema, settings, rows);
    }
  }

  private static Object value(Primitive primitive, long number) {
    return switch (primitive) {
      case INT64 -> number;
      case DOUBLE -> number / 8.0;
      default -> "value " + number;
    };
  }

  @Test
  void aFileThatFailedLeavesNothingToTheNext() throws Exception {
    TableSchema schema = TestTables.single(Primitive.STRING);
    WriterSettings settings = TestFiles.settings(100, 10, 1 << 20);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row = 0; row < 55; row++) {
      rows.add(Chunks.row(row, "value " + row));
    }
    assertSame("before", schema, settings, rows);
    RowGroupWriter spare = spares.take(schema, settings);
    spares.add(schema, settings, spare);
    TreeShredder shredder = new TreeShredder(schema);
    ShreddedRecord empty = new ShreddedRecord();
    try (TableWriter writer = new TableWriter(schema, "broken", settings, files.store(), spares)) {
      for (Map<String, Object> row : rows.subList(0, 9)) {
        writer.write(shredder.shred(row), 0);
      }
      assertThatThrownBy(
              () -> {
                writer.write(empty, 0);
                writer.finish();
              })
          .isInstanceOf(IllegalArgumentException.class);
    }

    assertThat(spares.take(schema, settings)).isNotSameAs(spare);
    assertSame("behind", schema, settings, rows);
  }

  @Test
  void whatAFinishedFileLeftIsTakenOnce() throws Exception {
    TableSchema schema = TestTables.single(Primitive.STRING);
    WriterSettings settings = TestFiles.settings(100, 10, 1 << 20);
    RowGroupWriter fresh = spares.take(schema, settings);
    long before = fresh.capacityBytes();
    write("unit", schema, settings, spares, List.of(Chunks.row(1, "x".repeat(5_000))));

    RowGroupWriter left = spares.take(schema, settings);

    assertThat(left.capacityBytes()).isGreaterThan(before + 5_000);
    assertThat(spares.take(schema, settings)).isNotIn(fresh, left);
    spares.add(schema, settings, left);
    assertThat(spares.take(schema, TestFiles.settings(100, 10, 1 << 19))).isNotSameAs(left);
    assertThat(spares.take(schema, settings)).isSameAs(left);
  }

  @Test
  void buffersThatLongValuesMadeLargeAreNotKept() throws Exception {
    TableSchema schema = TestTables.single(Primitive.STRING);
    WriterSettings settings =
        new WriterSettings(100, 1 << 20, 10, 1 << 20, 512L << 20, 8, 3, Set.of());
    for (int unit = 0; unit < 3; unit++) {
      assertSame(
          "unit-" + unit, schema, settings, List.of(Chunks.row(unit, "long".repeat(1 << 19))));
    }

    assertThat(spares.take(schema, settings).capacityBytes()).isLessThan(1 << 20);
  }
}
