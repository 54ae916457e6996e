package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
  private static final String KEY = "t.parquet";

  @TempDir Path root;

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void chunksKnowTheirExactRangeAndTheirNulls() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String value : new String[] {"b", null, "é", "", "aa", null, "🚀", "Z"}) {
      rows.add(Chunks.row(rows.size() - 3, value));
    }
    TableSchema schema = TestTables.single(Primitive.STRING);
    TestFiles files = new TestFiles(root);
    files.write(KEY, schema, TestFiles.settings(100, 3, 1 << 20), rows);

    try (ParquetFileReader reader = Chunks.open(files, KEY)) {
      Statistics<?> texts = statistics(reader, "value");
      assertThat(texts.getMinBytes()).isEmpty();
      assertThat(texts.getMaxBytes()).isEqualTo(utf8("🚀"));
      assertThat(texts.getNumNulls()).isEqualTo(2);
      Statistics<?> ids = statistics(reader, "id");
      assertThat(ids.genericGetMin()).isEqualTo(-3L);
      assertThat(ids.genericGetMax()).isEqualTo(4L);
      assertThat(ids.getNumNulls()).isZero();
    }
  }

  @Test
  void pagesKnowTheirOwnRangeEvenWithASharedDictionary() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String value = i < 100 ? "m" + i % 2 : i < 200 ? null : i % 2 == 0 ? "m1" : "b";
      rows.add(Chunks.row(i, value));
    }
    TableSchema schema = TestTables.single(Primitive.STRING);
    TestFiles files = new TestFiles(root);
    files.write(KEY, schema, TestFiles.settings(1000, 100, 1 << 20), rows);

    try (ParquetFileReader reader = Chunks.open(files, KEY)) {
      ColumnChunkMetaData chunk = Chunks.chunk(reader.getRowGroups().get(0), "value");
      assertThat(chunk.getEncodingStats().hasDictionaryEncodedPages()).isTrue();
      ColumnIndex index = reader.readColumnIndex(chunk);
      assertThat(index.getNullPages()).containsExactly(false, true, false);
      assertThat(index.getNullCounts()).containsExactly(0L, 100L, 0L);
      assertThat(text(index.getMinValues().get(0))).isEqualTo("m0");
      assertThat(text(index.getMaxValues().get(0))).isEqualTo("m1");
      assertThat(text(index.getMinValues().get(2))).isEqualTo("b");
      assertThat(text(index.getMaxValues().get(2))).isEqualTo("m1");
    }
  }

  @Test
  void aPageWithANotANumberHasNoStatisticsRatherThanWrongOnes() throws Exception {
    List<Map<String, Object>> rows =
        List.of(Chunks.row(1, 1.5), Chunks.row(2, Double.NaN), Chunks.row(3, -0.0));
    TableSchema schema = TestTables.single(Primitive.DOUBLE);
    TestFiles files = new TestFiles(root);
    files.write(KEY, schema, TestFiles.settings(100, 1, 1 << 20), rows);

    try (ParquetFileReader reader = Chunks.open(files, KEY)) {
      assertThat(statistics(reader, "value").hasNonNullValue()).isFalse();
      assertThat(reader.readColumnIndex(Chunks.chunk(reader.getRowGroups().get(0), "value")))
          .isNull();
    }
    FilterPredicate isZero = FilterApi.eq(FilterApi.doubleColumn("value"), -0.0);
    assertThat(ParquetTrees.read(files.input(KEY), schema, FilterCompat.get(isZero))).hasSize(1);
  }

  @Test
  void theBoundsOfAZeroAreBothZeros() throws Exception {
    for (double zero : new double[] {0.0, -0.0}) {
      TestFiles files = new TestFiles(root);
      files.write(
          "t%s.parquet".formatted(zero),
          TestTables.single(Primitive.DOUBLE),
          TestFiles.settings(100, 10, 1 << 20),
          List.of(Chunks.row(1, zero)));

      try (ParquetFileReader reader = Chunks.open(files, "t%s.parquet".formatted(zero))) {
        Statistics<?> statistics = statistics(reader, "value");
        assertThat(statistics.genericGetMin()).isEqualTo(-0.0);
        assertThat(statistics.genericGetMax()).isEqualTo(0.0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void predicatesFindTheSameRowsAsAFullScan(long seed) throws Exception {
    Random random = new Random(seed);
    TableSchema schema = TestTables.single(Primitive.STRING);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      String value = "v" + (i / 40 + random.nextInt(30));
      rows.add(Chunks.row(i * 3L - 500, random.nextInt(4) == 0 ? null : value));
    }
    TestFiles files = new TestFiles(root);
    files.write(KEY, schema, TestFiles.settings(900, 50, 1 << 20), rows);

    try (DuckDb duck = new DuckDb()) {
      String file = DuckDb.quoted(files.path(KEY));
      for (int i = 0; i < 10; i++) {
        String value = "v" + random.nextInt(140);
        long id = random.nextInt(13_000) - 700L;
        List<Object> expected = ids(rows, row -> value.equals(row.get("value")));
        assertThat(duck.column("SELECT id FROM " + file + " WHERE value = '" + value + "'"))
            .isEqualTo(expected);
        assertThat(
                filtered(
                    files,
                    schema,
                    FilterApi.eq(FilterApi.binaryColumn("value"), Binary.fromString(value))))
            .isEqualTo(expected);
        List<Object> above = ids(rows, row -> (long) row.get("id") > id);
        assertThat(duck.column("SELECT id FROM " + file + " WHERE id > " + id)).isEqualTo(above);
        assertThat(filtered(files, schema, FilterApi.gt(FilterApi.longColumn("id"), id)))
            .isEqualTo(above);
      }
      List<Object> missing = ids(rows, row -> row.get("value") == null);
      assertThat(duck.column("SELECT id FROM " + file + " WHERE value IS NULL")).isEqualTo(missing);
      assertThat(filtered(files, schema, FilterApi.eq(FilterApi.binaryColumn("value"), null)))
          .isEqualTo(missing);
    }
  }

  private static List<Object> filtered(
      TestFiles files, TableSchema schema, FilterPredicate predicate) throws Exception {
    return ids(
        ParquetTrees.read(files.input(KEY), schema, FilterCompat.get(predicate)), row -> true);
  }

  private static List<Object> ids(
      List<Map<String, Object>> rows, Predicate<Map<String, Object>> predicate) {
    return rows.stream().filter(predicate).map(row -> row.get("id")).toList();
  }

  private static Statistics<?> statistics(ParquetFileReader reader, String path) {
    return Chunks.chunk(reader.getRowGroups().get(0), path).getStatistics();
  }
}
