package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.schemas.TableSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
  @TempDir Path root;

  /** Pages of one row, of a few bytes, of all rows; row groups of one page and of many. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.3, 300, 1000, 20000, 1048576",
    "2, 0.3, 300, 7, 3, 1048576",
    "3, 0.3, 300, 100, 1, 1048576",
    "4, 0.0, 300, 64, 1000, 60",
    "5, 0.95, 2000, 1024, 100, 1048576",
    "6, 1.0, 50, 1000, 20, 1048576",
    "7, 0.5, 3000, 122880, 20000, 1048576",
    "8, 0.2, 3000, 2900, 1024, 4000",
  })
  void everyRecordComesBackFromBothReaders(
      long seed, double nulls, int rows, int rowGroupRows, int pageRows, int pageBytes)
      throws Exception {
    TableSchema schema = TestTables.everything();
    List<Map<String, Object>> trees = new RandomTrees(schema, seed, nulls).list(rows);
    TestFiles files = new TestFiles(root);

    ColumnarFile.Finished finished =
        files.write(
            "t.parquet", schema, TestFiles.settings(rowGroupRows, pageRows, pageBytes), trees);

    assertThat(finished.rows()).isEqualTo(rows);
    assertSame(ParquetTrees.read(files.input("t.parquet"), schema), trees);
    try (DuckDb duck = new DuckDb()) {
      assertSame(duck.read(files.path("t.parquet"), schema), trees);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void recordsOfTablesOfAnyShapeComeBackFromBothReaders(long seed) throws Exception {
    Random random = new Random(seed);
    TableSchema schema = new RandomTables(seed).table();
    int rows = 1 + random.nextInt(400);
    double nulls = random.nextInt(5) / 4.0;
    List<Map<String, Object>> trees = new RandomTrees(schema, seed, nulls).list(rows);
    TestFiles files = new TestFiles(root);
    WriterSettings settings =
        new WriterSettings(
            1 + random.nextInt(500),
            1 + random.nextInt(20_000),
            1 + random.nextInt(100),
            1 + random.nextInt(2000),
            512L << 20,
            8,
            3,
            Set.of());

    files.write("t.parquet", schema, settings, trees);

    assertSame(ParquetTrees.read(files.input("t.parquet"), schema), trees);
    Chunks.assertStatisticsHold(files, "t.parquet");
    try (DuckDb duck = new DuckDb()) {
      assertSame(duck.read(files.path("t.parquet"), schema), trees);
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @Test
  void aFileWithoutARowIsReadable() throws Exception {
    TableSchema schema = TestTables.everything();
    TestFiles files = new TestFiles(root);

    files.write("t.parquet", schema, WriterSettings.defaults(), List.of());

    assertThat(ParquetTrees.read(files.input("t.parquet"), schema)).isEmpty();
    try (DuckDb duck = new DuckDb()) {
      assertThat(duck.read(files.path("t.parquet"), schema)).isEmpty();
    }
  }

  private static void assertSame(
      List<Map<String, Object>> actual, List<Map<String, Object>> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).as("row %d", i).isEqualTo(expected.get(i));
    }
  }
}
