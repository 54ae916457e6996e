package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundariesTest {
  private static final TableSchema TEXTS = TestTables.single(Primitive.STRING);

  @TempDir Path root;

  @Test
  void pagesEndAfterSoManyRowsWhetherThereAreValuesOrNot() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      rows.add(Chunks.row(i, i == 24 ? "x" : null));
    }
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", TEXTS, TestFiles.settings(100, 10, 1 << 20), rows);

    try (ParquetFileReader reader = Chunks.open(files, "t.parquet")) {
      BlockMetaData group = reader.getRowGroups().get(0);
      assertThat(Chunks.pageRows(reader, group, "id")).containsExactly(10L, 10L, 5L);
      assertThat(Chunks.pageRows(reader, group, "value")).containsExactly(10L, 10L, 5L);
    }
  }

  @Test
  void aColumnOfLargeValuesHasSmallerPagesThanItsNeighbours() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(Chunks.row(i, Integer.toString(i).repeat(50)));
    }
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", TEXTS, TestFiles.settings(100, 1000, 500), rows);

    try (ParquetFileReader reader = Chunks.open(files, "t.parquet")) {
      BlockMetaData group = reader.getRowGroups().get(0);
      assertThat(Chunks.pageRows(reader, group, "id")).containsExactly(40L);
      assertThat(Chunks.pageRows(reader, group, "value"))
          .hasSizeGreaterThan(5)
          .allMatch(count -> count < 11);
    }
    assertThat(ParquetTrees.read(files.input("t.parquet"), TEXTS)).hasSize(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 20, 100})
  void everyPatternOfValuesAndNullsInAPageIsReadAsItWasWritten(int pageBytes) throws Exception {
    int pageRows = 9;
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int pattern = 0; pattern < 1 << pageRows; pattern++) {
      for (int i = 0; i < pageRows; i++) {
        boolean filled = (pattern >> i & 1) != 0;
        rows.add(Chunks.row(rows.size(), filled ? "value " + rows.size() : null));
      }
    }
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", TEXTS, TestFiles.settings(pageRows * 100, pageRows, pageBytes), rows);

    assertThat(ParquetTrees.read(files.input("t.parquet"), TEXTS))
        .extracting(row -> row.get("id"), row -> row.get("value"))
        .containsExactlyElementsOf(
            rows.stream().map(row -> tuple(row.get("id"), row.get("value"))).toList());
  }

  @Test
  void aListIsNeverCutByAPage() throws Exception {
    TableSchema lists =
        TestTables.table(
            "test/lists",
            TestTables.optional(
                1, "names", TestTables.list(2, TestTables.scalar(Primitive.STRING))));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(Map.of("names", List.of("first" + i, "second" + i, "third" + i)));
    }
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", lists, TestFiles.settings(100, 1000, 1), rows);

    try (ParquetFileReader reader = Chunks.open(files, "t.parquet")) {
      assertThat(Chunks.pageRows(reader, reader.getRowGroups().get(0), "names.list.element"))
          .hasSize(20)
          .containsOnly(1L);
    }
    assertThat(ParquetTrees.read(files.input("t.parquet"), lists)).isEqualTo(rows);
  }

  @Test
  void rowGroupsEndAfterSoManyRows() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      rows.add(Chunks.row(i, null));
    }
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", TEXTS, TestFiles.settings(10, 4, 1 << 20), rows);

    try (ParquetFileReader reader = Chunks.open(files, "t.parquet")) {
      assertThat(reader.getRowGroups())
          .extracting(BlockMetaData::getRowCount)
          .containsExactly(10L, 10L, 5L);
    }
  }

  @Test
  void rowGroupsEndAfterSoManyCompressedBytes() throws Exception {
    List<Map<String, Object>> rows = new RandomTrees(TEXTS, 5, 0).list(5_000);
    TestFiles files = new TestFiles(root);
    WriterSettings settings =
        new WriterSettings(100_000, 4_000, 100, 1 << 20, 1L << 30, 8, 3, Set.of());

    files.write("t.parquet", TEXTS, settings, rows);

    try (ParquetFileReader reader = Chunks.open(files, "t.parquet")) {
      assertThat(reader.getRowGroups()).hasSizeGreaterThan(3);
      for (BlockMetaData group : reader.getRowGroups()) {
        assertThat(group.getCompressedSize()).isLessThan(8_000);
      }
    }
    assertThat(ParquetTrees.read(files.input("t.parquet"), TEXTS)).isEqualTo(rows);
  }

  @Test
  void stringsOfTenMegabytesComeBack() throws Exception {
    String large = "日本語 text ".repeat(700_000);
    List<Map<String, Object>> rows =
        List.of(
            Chunks.row(1, large + "b"),
            Map.of("id", 2L),
            Chunks.row(3, large + "a"),
            Chunks.row(4, "short"));
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", TEXTS, WriterSettings.defaults(), rows);

    List<Map<String, Object>> read = ParquetTrees.read(files.input("t.parquet"), TEXTS);
    assertThat(read)
        .extracting(row -> row.get("value"))
        .containsExactly(large + "b", null, large + "a", "short");
    try (DuckDb duck = new DuckDb()) {
      String file = DuckDb.quoted(files.path("t.parquet"));
      assertThat(
              duck.column(
                  "SELECT md5(value) = md5(repeat('日本語 text ', 700000) || 'a') FROM "
                      + file
                      + " WHERE id = 3"))
          .containsExactly(true);
      assertThat(duck.column("SELECT id FROM " + file + " WHERE value = 'short'"))
          .containsExactly(4L);
    }
  }
}
