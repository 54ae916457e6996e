package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BloomFilterTest {
  private static final String KEY = "t.parquet";
  private static final int ROWS = 10_000;

  @TempDir Path root;

  /**
   * Each value occurs ten times, twice or once, so that pages with and without a dictionary are
   * written.
   */
  @ParameterizedTest
  @ValueSource(ints = {10, 2, 1})
  void filtersFindEveryValueAndHardlyAnyOther(int repeats) throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(Chunks.row(i / repeats * 7L, "name" + i / repeats));
    }
    TableSchema schema = TestTables.single(Primitive.STRING);
    TestFiles files = new TestFiles(root);
    files.write(
        KEY, schema, TestFiles.settings(ROWS / 2, 1_000, 1 << 20, "id", "value", "other"), rows);

    try (ParquetFileReader reader = Chunks.open(files, KEY)) {
      for (int group = 0; group < 2; group++) {
        BlockMetaData rowGroup = reader.getRowGroups().get(group);
        BloomFilter ids = reader.readBloomFilter(Chunks.chunk(rowGroup, "id"));
        BloomFilter names = reader.readBloomFilter(Chunks.chunk(rowGroup, "value"));
        int wrong = 0;
        for (int i = 0; i < ROWS; i++) {
          boolean there = i / (ROWS / 2) == group;
          boolean id = ids.findHash(ids.hash(i / repeats * 7L));
          boolean name = names.findHash(names.hash(Binary.fromString("name" + i / repeats)));
          if (there) {
            assertThat(id).isTrue();
            assertThat(name).isTrue();
          } else if (id || name) {
            wrong++;
          }
        }
        assertThat(wrong).isLessThan(ROWS / 20);
        assertThat(ids.getBitsetSize()).isBetween(ROWS / 20 / repeats, 40_000);
      }
    }
    try (DuckDb duck = new DuckDb()) {
      String file = DuckDb.quoted(files.path(KEY));
      assertThat(
              duck.number("SELECT count(bloom_filter_offset) FROM parquet_metadata(" + file + ")"))
          .isEqualTo(4);
      assertThat(
              duck.number(
                  "SELECT count(*) FROM parquet_bloom_probe("
                      + file
                      + ", 'value', 'name1') WHERE NOT bloom_filter_excludes"))
          .isEqualTo(1);
      assertThat(duck.number("SELECT count(*) FROM " + file + " WHERE value = 'name1'"))
          .isEqualTo(repeats);
    }
  }

  @Test
  void filesHaveNoFilterUnlessAskedFor() throws Exception {
    TableSchema schema = TestTables.single(Primitive.STRING);
    TestFiles files = new TestFiles(root);
    files.write(KEY, schema, WriterSettings.defaults(), List.of(Chunks.row(1, "a")));

    try (ParquetFileReader reader = Chunks.open(files, KEY)) {
      assertThat(reader.readBloomFilter(Chunks.chunk(reader.getRowGroups().get(0), "id"))).isNull();
    }
  }

  @Test
  void aColumnThatCannotHaveAFilterIsRefusedByName() throws Exception {
    TableSchema schema = TestTables.single(Primitive.BOOLEAN);
    TestFiles files = new TestFiles(root);

    assertThatThrownBy(
            () -> files.write(KEY, schema, TestFiles.settings(1, 1, 1, "value"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("value is BOOLEAN");
    assertThat(files.store().abortPending("", key -> true)).isZero();
  }
}
