package io.stockpile.pipeline.rows;

import static io.stockpile.pipeline.parquet.TestTables.optional;
import static io.stockpile.pipeline.parquet.TestTables.required;
import static io.stockpile.pipeline.parquet.TestTables.scalar;
import static io.stockpile.pipeline.parquet.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.parquet.RandomTables;
import io.stockpile.pipeline.parquet.RandomTrees;
import io.stockpile.pipeline.parquet.TestFiles;
import io.stockpile.pipeline.parquet.TestTables;
import io.stockpile.pipeline.parquet.TreeShredder;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.SchemaCoder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
  private static final TableSchema TABLE = TestTables.everything();

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({"1, 0.3, 400", "2, 0.0, 100", "3, 0.9, 400", "4, 1.0, 20", "5, 0.5, 1000"})
  void recordsAndFilesGiveTheSameRows(long seed, double nulls, int count) throws Exception {
    assertTheSameRows(TABLE, new RandomTrees(TABLE, seed, nulls).list(count));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 40, 60, 80})
  void soDoThoseOfTablesOfAnyShape(int first) throws Exception {
    for (int seed = first; seed < first + 20; seed++) {
      TableSchema table = new RandomTables(seed).table();
      assertTheSameRows(table, new RandomTrees(table, seed, seed % 5 / 4.0).list(60));
    }
  }

  private void assertTheSameRows(TableSchema table, List<Map<String, Object>> trees)
      throws Exception {
    List<Row> expected = rows(table, trees);
    RecordRows assembler = new RecordRows(table);
    TreeShredder shredder = new TreeShredder(table);
    ShreddedRecord record = new ShreddedRecord();
    List<Row> assembled = new ArrayList<>();
    for (Map<String, Object> tree : trees) {
      assembled.add(assembler.of(shredder.shred(tree, record)));
    }

    assertThat(assembled).isEqualTo(expected);
    assertThat(written(table, trees, table)).isEqualTo(expected);
  }

  /** Beam does not check the values of rows that are attached as a whole, but its coder does. */
  @Test
  void rowsSurviveTheirCoder() throws Exception {
    List<Map<String, Object>> trees = new RandomTrees(TABLE, 6, 0.3).list(200);
    RecordRows assembler = new RecordRows(TABLE);
    SchemaCoder<Row> coder = SchemaCoder.of(assembler.schema());
    for (Map<String, Object> tree : trees) {
      Row row = assembler.of(new TreeShredder(TABLE).shred(tree));
      assertThat(CoderUtils.clone(coder, row)).isEqualTo(row);
    }
  }

  @Test
  void onlyTheChosenColumnsAreRead() throws Exception {
    List<Map<String, Object>> trees = new RandomTrees(TABLE, 7, 0.3).list(300);
    TableSchema chosen =
        ColumnChoice.of(TABLE, List.of("symbols.tags", "at", "user.home.city", "matrix", "id"));

    assertThat(chosen.leaves().stream().map(Leaf::dotted))
        .containsExactly("id", "at", "user.home.city", "symbols.tags", "matrix");
    assertThat(written(TABLE, trees, chosen)).isEqualTo(rows(chosen, trees));
  }

  @Test
  void whatAnOlderFileHasNoColumnForIsNull() throws Exception {
    TableSchema old = ColumnChoice.of(TABLE, List.of("id", "created_at", "user.name", "days"));
    List<Map<String, Object>> trees = new RandomTrees(old, 8, 0.3).list(100);
    List<Row> read = written(old, trees, TABLE);

    List<Row> expected = new ArrayList<>();
    for (Row narrow : rows(old, trees)) {
      Row user = narrow.getRow("user");
      Schema userSchema = RowSchemas.of(TABLE).getField("user").getType().getRowSchema();
      Object[] values = new Object[TABLE.fields().size()];
      values[0] = narrow.getValue("id");
      values[1] = narrow.getValue("created_at");
      values[10] =
          user == null
              ? null
              : Row.withSchema(userSchema)
                  .attachValues(Arrays.asList(null, user.getString("name"), null));
      values[13] = narrow.getValue("days");
      expected.add(Row.withSchema(RowSchemas.of(TABLE)).attachValues(Arrays.asList(values)));
    }
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void aFileWithNoneOfTheChosenColumnsStillHasItsRows() throws Exception {
    TableSchema old = table("test/old", required(1, "id", scalar(Primitive.INT64)));
    TableSchema wanted = table("test/old", optional(9, "new", scalar(Primitive.STRING)));
    List<Map<String, Object>> trees = new RandomTrees(old, 9, 0).list(250);

    assertThat(written(old, trees, wanted))
        .hasSize(250)
        .allSatisfy(row -> assertThat(row.getString("new")).isNull());
  }

  @Test
  void aFileThatIsDamagedIsSaidToBe() throws Exception {
    TestFiles files = new TestFiles(root);
    files.write("t.parquet", TABLE, TestFiles.settings(100, 10, 1000), List.of());
    Path file = root.resolve("t.parquet");
    Files.write(file, "no Parquet file at all".getBytes(StandardCharsets.UTF_8));

    assertThat(failure(files, "t.parquet", Files.size(file))).contains("t.parquet", "Parquet");
  }

  @Test
  void columnsThatAreNotThereAreRefusedWithThoseThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ColumnChoice.of(Tables.MESSAGES, List.of("idd")))
        .withMessageContainingAll("idd", "stocktwits/messages", "created_at");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ColumnChoice.of(Tables.MESSAGES, List.of("user.nam")))
        .withMessageContainingAll("'nam'", "user", "username");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ColumnChoice.of(Tables.MESSAGES, List.of("id.x")))
        .withMessageContainingAll("id", "'x'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ColumnChoice.of(Tables.MESSAGES, List.of()));
  }

  @Test
  void everyTableHasASchemaOfItsOwnNamesAndDocs() {
    for (TableSchema table : Tables.all()) {
      Schema schema = RowSchemas.of(table);
      assertThat(schema.getFieldNames())
          .isEqualTo(table.fields().stream().map(Field::name).toList());
      for (Field field : table.fields()) {
        assertThat(schema.getField(field.name()).getDescription()).isEqualTo(field.doc());
        assertThat(schema.getField(field.name()).getType().getNullable())
            .isEqualTo(!field.required());
      }
    }
  }

  private static List<Row> rows(TableSchema table, List<Map<String, Object>> trees) {
    Schema schema = RowSchemas.of(table);
    List<Row> rows = new ArrayList<>();
    trees.forEach(tree -> rows.add(TreeRows.row(table.fields(), schema, new HashMap<>(tree))));
    return rows;
  }

  private List<Row> written(TableSchema table, List<Map<String, Object>> trees, TableSchema columns)
      throws IOException {
    TestFiles files = new TestFiles(root);
    files.write("w.parquet", table, TestFiles.settings(90, 40, 2000), trees);
    List<Row> rows = new ArrayList<>();
    long bytes = Files.size(root.resolve("w.parquet"));
    try (ParquetRows reader = ParquetRows.open(files.store(), "w.parquet", bytes, columns)) {
      for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static String failure(TestFiles files, String key, long bytes) {
    try (ParquetRows reader = ParquetRows.open(files.store(), key, bytes, TABLE)) {
      return "no failure: " + reader.next();
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
