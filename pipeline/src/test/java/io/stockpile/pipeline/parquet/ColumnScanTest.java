package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnScanTest {
  private static final String KEY = "t.parquet";
  private static final TableSchema SCHEMA =
      Tables.parse(
          """
          {"table": "t", "version": 1, "doc": "A table.", "formats": {}, "columns": [
            {"id": 1, "name": "id", "type": "INT64", "required": true, "computed": true,
             "doc": "An id."},
            {"id": 2, "name": "user", "type": "GROUP", "computed": true, "doc": "A user.",
             "fields": [
               {"id": 3, "name": "id", "type": "INT64", "doc": "Its id."},
               {"id": 4, "name": "name", "type": "STRING", "doc": "Its name."}]},
            {"id": 5, "name": "ids", "type": "LIST", "computed": true, "doc": "Ids.",
             "element": {"id": 6, "type": "INT64"}}]}
          """);

  @TempDir Path root;

  private static Map<String, Object> row(long id, Long user, List<Long> ids) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id);
    if (user != null) {
      row.put("user", Map.of("id", user, "name", "u" + user));
    }
    if (ids != null) {
      row.put("ids", ids);
    }
    return row;
  }

  private static List<Long> numbers(ColumnScan scan, String column) throws IOException {
    List<Long> numbers = new ArrayList<>();
    ColumnValues values = scan.column(column).orElseThrow();
    while (values.next()) {
      numbers.add(values.isNull() ? null : values.number());
    }
    return numbers;
  }

  @Test
  void readsTheValuesOfTheColumnsThatAreAskedForThroughAllRowGroups() throws Exception {
    TestFiles files = new TestFiles(root);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (long id = 0; id < 100; id++) {
      rows.add(row(id, id % 3 == 0 ? null : id % 7, id % 2 == 0 ? null : List.of(id, -id)));
    }
    files.write(KEY, SCHEMA, TestFiles.settings(40, 10, 1 << 20), rows);

    List<Long> ids = new ArrayList<>();
    List<Long> users = new ArrayList<>();
    List<Long> elements = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    try (ColumnScan scan = ColumnScan.open(files.store(), KEY)) {
      while (scan.nextRowGroup()) {
        scan.read(List.of("id", "user.id", "ids", "other"));
        sizes.add(scan.rows());
        ids.addAll(numbers(scan, "id"));
        users.addAll(numbers(scan, "user.id"));
        elements.addAll(numbers(scan, "ids"));
        assertThat(scan.column("other")).isEmpty();
      }
    }

    assertThat(sizes).containsExactly(40L, 40L, 20L);
    assertThat(ids).hasSize(100).startsWith(0L, 1L, 2L).endsWith(99L);
    assertThat(users).hasSize(100).startsWith(null, 1L, 2L, null, 4L);
    assertThat(elements).hasSize(150).startsWith(null, 1L, -1L, null, 3L, -3L);
  }

  @Test
  void aValueThatNobodyReadsIsPassedOver() throws Exception {
    TestFiles files = new TestFiles(root);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (long id = 0; id < 30; id++) {
      rows.add(row(id, id % 3 == 0 ? null : id, List.of()));
    }
    files.write(KEY, SCHEMA, TestFiles.settings(40, 10, 1 << 20), rows);

    List<String> names = new ArrayList<>();
    try (ColumnScan scan = ColumnScan.open(files.store(), KEY)) {
      assertThat(scan.nextRowGroup()).isTrue();
      scan.read(List.of("user.name"));
      ColumnValues values = scan.column("user.name").orElseThrow();
      while (values.next()) {
        if (values.row() % 5 == 1 && !values.isNull()) {
          names.add(new String(values.bytes(), StandardCharsets.UTF_8));
        }
      }
    }

    assertThat(names).containsExactly("u1", "u11", "u16", "u26");
  }

  @Test
  void ofAFileThatHasNoneOfTheColumnsNothingIsRead() throws Exception {
    TestFiles files = new TestFiles(root);
    files.write(KEY, SCHEMA, TestFiles.settings(40, 10, 1 << 20), List.of(row(1, 1L, List.of(1L))));

    try (ColumnScan scan = ColumnScan.open(files.store(), KEY)) {
      assertThat(scan.nextRowGroup()).isTrue();
      scan.read(List.of("other"));
      assertThat(scan.column("other")).isEmpty();
      assertThat(scan.facts("other")).isEmpty();
    }
  }

  @Test
  void theFileSaysOfAColumnWhatItCanHoldBeforeAValueIsRead() throws Exception {
    TestFiles files = new TestFiles(root);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (long id = 0; id < 100; id++) {
      rows.add(row(id * 3, id % 5, null));
    }
    files.write(KEY, SCHEMA, TestFiles.settings(40, 10, 1 << 20, "id"), rows);

    try (ColumnScan scan = ColumnScan.open(files.store(), KEY)) {
      assertThat(scan.nextRowGroup()).isTrue();
      assertThat(scan.nextRowGroup()).isTrue();
      ChunkFacts ids = scan.facts("id").orElseThrow();
      ChunkFacts users = scan.facts("user.id").orElseThrow();

      assertThat(ids.range()).contains(new ChunkFacts.Range(120, 237));
      assertThat(ids.rulesOut(LongStream.of(120))).isFalse();
      assertThat(ids.rulesOut(LongStream.of(121, 122, 124))).isTrue();
      assertThat(users.distinct().orElseThrow().sorted().toArray()).containsExactly(0, 1, 2, 3, 4);
      assertThat(users.rulesOut(LongStream.of(17))).isFalse();
      assertThat(users.isAllNull()).isFalse();
      assertThat(scan.facts("ids").orElseThrow().isAllNull()).isTrue();
    }
  }

  @Test
  void whatIsNoParquetFileIsNamed() throws Exception {
    TestFiles files = new TestFiles(root);
    Files.writeString(root.resolve(KEY), "not a Parquet file at all");

    assertThatThrownBy(() -> ColumnScan.open(files.store(), KEY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(KEY + " is not a whole Parquet file");
    assertThatThrownBy(() -> ColumnScan.open(files.store(), "gone.parquet"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gone.parquet");
  }
}
