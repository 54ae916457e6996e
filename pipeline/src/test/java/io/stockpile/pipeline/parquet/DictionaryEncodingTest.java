package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DictionaryEncodingTest {
  private static final int PAGE = 2_000;

  @TempDir Path root;

  private static Object value(Primitive primitive, long number) {
    return primitive == Primitive.INT64 ? (Object) number : "a value of some length: " + number;
  }

  private static List<Map<String, Object>> rows(Primitive primitive, long... numbers) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (long number : numbers) {
      rows.add(Chunks.row(rows.size(), value(primitive, number)));
    }
    return rows;
  }

  private EncodingStats encodings(TestFiles files, int rowGroup) throws Exception {
    try (ParquetFileReader reader = Chunks.open(files, "t.parquet")) {
      BlockMetaData group = reader.getRowGroups().get(rowGroup);
      return Chunks.chunk(group, "value").getEncodingStats();
    }
  }

  private static void assertSameEverywhere(
      TestFiles files, TableSchema schema, List<Map<String, Object>> rows) throws Exception {
    assertThat(ParquetTrees.read(files.input("t.parquet"), schema)).isEqualTo(rows);
    try (DuckDb duck = new DuckDb()) {
      assertThat(duck.read(files.path("t.parquet"), schema)).isEqualTo(rows);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INT64", "STRING"})
  void valuesThatRepeatHaveADictionary(Primitive primitive) throws Exception {
    long[] numbers = new long[3 * PAGE];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % 100;
    }
    TableSchema schema = TestTables.single(primitive);
    TestFiles files = new TestFiles(root);
    files.write(
        "t.parquet", schema, TestFiles.settings(1 << 20, PAGE, 1 << 20), rows(primitive, numbers));

    EncodingStats stats = encodings(files, 0);
    assertThat(stats.hasNonDictionaryEncodedPages()).isFalse();
    assertThat(stats.getNumDataPagesEncodedAs(Encoding.RLE_DICTIONARY)).isEqualTo(3);
    assertSameEverywhere(files, schema, rows(primitive, numbers));
  }

  @ParameterizedTest
  @EnumSource(names = {"INT64", "STRING"})
  void valuesThatNeverRepeatHaveNone(Primitive primitive) throws Exception {
    long[] numbers = new long[3 * PAGE];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    TableSchema schema = TestTables.single(primitive);
    TestFiles files = new TestFiles(root);
    files.write(
        "t.parquet", schema, TestFiles.settings(1 << 20, PAGE, 1 << 20), rows(primitive, numbers));

    EncodingStats stats = encodings(files, 0);
    assertThat(stats.hasDictionaryPages()).isFalse();
    assertThat(stats.getNumDataPagesEncodedAs(Encoding.PLAIN)).isEqualTo(3);
    assertSameEverywhere(files, schema, rows(primitive, numbers));
  }

  @ParameterizedTest
  @EnumSource(names = {"INT64", "STRING"})
  void aDictionaryGivenUpHalfwayKeepsItsPagesAndIsNotTriedAgain(Primitive primitive)
      throws Exception {
    long[] numbers = new long[8 * PAGE];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i < 2 * PAGE || i >= 4 * PAGE ? i % 50 : i;
    }
    TableSchema schema = TestTables.single(primitive);
    TestFiles files = new TestFiles(root);
    files.write(
        "t.parquet", schema, TestFiles.settings(4 * PAGE, PAGE, 1 << 20), rows(primitive, numbers));

    EncodingStats first = encodings(files, 0);
    assertThat(first.getNumDataPagesEncodedAs(Encoding.RLE_DICTIONARY)).isEqualTo(2);
    assertThat(first.getNumDataPagesEncodedAs(Encoding.PLAIN)).isEqualTo(2);
    assertThat(encodings(files, 1).hasDictionaryPages()).isFalse();
    assertSameEverywhere(files, schema, rows(primitive, numbers));
  }

  @Test
  void aDictionaryThatGrowsTooLargeIsTriedAgainInTheNextRowGroup() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    int kinds = 0;
    for (int i = 0; i < 20_000; i++) {
      if (i % 2 == 0) {
        kinds++;
      }
      rows.add(Chunks.row(i, "a string of more than a hundred bytes ".repeat(4) + kinds));
    }
    TableSchema schema = TestTables.single(Primitive.STRING);
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", schema, TestFiles.settings(16_000, PAGE, 1 << 20), rows);

    EncodingStats first = encodings(files, 0);
    assertThat(first.hasDictionaryPages()).isTrue();
    assertThat(first.getNumDataPagesEncodedAs(Encoding.PLAIN)).isPositive();
    assertThat(encodings(files, 1).hasNonDictionaryEncodedPages()).isFalse();
    assertSameEverywhere(files, schema, rows);
  }

  @Test
  void aHundredThousandDistinctAndRepeatedValuesComeBack() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      rows.add(Chunks.row(i, i % 2 == 0 ? "v" + i / 2 : "v" + i % 1000));
    }
    TableSchema schema = TestTables.single(Primitive.STRING);
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", schema, WriterSettings.defaults(), rows);

    assertThat(ParquetTrees.read(files.input("t.parquet"), schema)).isEqualTo(rows);
    try (DuckDb duck = new DuckDb()) {
      assertThat(
              duck.number(
                  "SELECT count(*) FROM "
                      + DuckDb.quoted(files.path("t.parquet"))
                      + " WHERE value = CASE WHEN id % 2 = 0 THEN 'v' || (id // 2)"
                      + " ELSE 'v' || (id % 1000) END"))
          .isEqualTo(200_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aColumnOfNullsAloneIsPlainAndHasNoDictionary(Primitive primitive) throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      rows.add(Chunks.row(i, null));
    }
    TableSchema schema = TestTables.single(primitive);
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", schema, TestFiles.settings(2_000, 500, 1 << 20), rows);

    for (int group = 0; group < 2; group++) {
      EncodingStats stats = encodings(files, group);
      assertThat(stats.hasDictionaryPages()).isFalse();
      assertThat(stats.getDataEncodings()).containsExactly(Encoding.PLAIN);
    }
    assertThat(ParquetTrees.read(files.input("t.parquet"), schema))
        .hasSize(3_000)
        .allMatch(row -> row.get("value") == null);
    try (DuckDb duck = new DuckDb()) {
      assertThat(
              duck.number(
                  "SELECT count(*) FROM "
                      + DuckDb.quoted(files.path("t.parquet"))
                      + " WHERE value IS NULL"))
          .isEqualTo(3_000);
    }
  }
}
