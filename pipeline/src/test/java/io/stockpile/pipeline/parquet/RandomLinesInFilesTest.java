package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.Restored;
import io.stockpile.pipeline.shred.Guarantee;
import io.stockpile.pipeline.shred.Lines;
import io.stockpile.pipeline.shred.RandomLines;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lines of each table and format as files, in small pages and row groups: both readers find
 * every value, and no predicate that is tried passes over a row.
 */
class RandomLinesInFilesTest {
  private static final int LINES = 300;
  private static final int COLUMNS = 25;
  private static final String KEY = "t.parquet";

  @TempDir Path root;

  static Stream<Arguments> formats() {
    return Tables.all().stream()
        .flatMap(
            table -> table.formats().keySet().stream().map(format -> Arguments.of(table, format)));
  }

  /** The table with no required column, since random lines leave anything out. */
  private static TableSchema relaxed(TableSchema table) {
    List<Field> fields = new ArrayList<>();
    for (Field field : table.fields()) {
      fields.add(
          new Field(
              field.id(),
              field.name(),
              field.type(),
              false,
              field.computed(),
              field.doc(),
              field.sources(),
              field.identity()));
    }
    return new TableSchema(
        table.name(),
        table.version(),
        table.doc(),
        table.partitionColumn(),
        table.formats(),
        fields);
  }

  @ParameterizedTest(name = "{1} of {0}")
  @MethodSource("formats")
  void everyValueIsReadAndFound(TableSchema original, String format) throws Exception {
    TableSchema table = relaxed(original);
    Random random = new Random(table.name().hashCode() + 17L * format.hashCode());
    RandomLines lines = new RandomLines(table, format, random);
    List<JsonNode> written = new ArrayList<>();
    TestFiles files = new TestFiles(root);
    RecordShredder shredder = RecordShredder.compile(table, format, List.of());
    ShreddedRecord record = new ShreddedRecord();
    WriterSettings settings =
        TestFiles.settings(
            100 + random.nextInt(400), 1 + random.nextInt(90), 40 + random.nextInt(4000));
    try (ColumnarFile file = new ColumnarFile(table, settings, files.store().stage(KEY))) {
      while (written.size() < LINES) {
        byte[] line = lines.line().toString().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Lines.padded(line);
        assertThat(shredder.shred(bytes, Lines.FROM, Lines.FROM + line.length, record)).isTrue();
        file.write(record);
        written.add(Restored.line(line));
      }
      files.store().complete(file.finish().pending());
    }

    Guarantee guarantee = new Guarantee(table, format);
    List<Map<String, Object>> rows = ParquetTrees.read(files.input(KEY), table);
    assertThat(rows).hasSize(LINES);
    for (int row = 0; row < LINES; row++) {
      guarantee.check(written.get(row), rows.get(row));
    }
    try (DuckDb duckdb = new DuckDb()) {
      assertThat(duckdb.read(files.path(KEY), table)).isEqualTo(rows);
      String file = "read_parquet(" + DuckDb.quoted(files.path(KEY)) + ")";
      duckdb.execute("CREATE TABLE held AS SELECT * FROM " + file);
      List<Leaf> leaves = new ArrayList<>(table.leaves());
      leaves.removeIf(leaf -> leaf.maxRepetition() > 0);
      Collections.shuffle(leaves, random);
      for (Leaf leaf : leaves.subList(0, Math.min(COLUMNS, leaves.size()))) {
        predicates(duckdb, file, leaf, random);
      }
    }
  }

  private static void predicates(DuckDb duckdb, String file, Leaf leaf, Random random)
      throws SQLException {
    String column = "\"" + String.join("\".\"", leaf.path()) + "\"";
    List<Object> values = duckdb.column("SELECT " + column + "::VARCHAR FROM held");
    List<String> conditions = new ArrayList<>(List.of("IS NULL"));
    for (String operator : List.of("=", random.nextBoolean() ? "<" : ">=")) {
      Object value = values.get(random.nextInt(values.size()));
      if (value != null) {
        conditions.add(operator + " " + literal(value.toString(), leaf));
      }
    }
    for (String condition : conditions) {
      String where = " WHERE " + column + " " + condition;
      String query = "SELECT count(*) FROM ";
      assertThat(duckdb.number(query + file + where))
          .as(where)
          .isEqualTo(duckdb.number(query + "held" + where));
    }
  }

  private static String literal(String value, Leaf leaf) {
    String quoted = "'" + value + "'";
    return switch (leaf.type()) {
      case INT64 -> quoted + "::BIGINT";
      case DOUBLE -> quoted + "::DOUBLE";
      case BOOLEAN -> quoted + "::BOOLEAN";
      case DATE -> quoted + "::DATE";
      case TIMESTAMP -> quoted + "::TIMESTAMPTZ";
      case STRING, JSON -> {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        yield "decode(from_hex('" + HexFormat.of().formatHex(bytes) + "'))";
      }
      case BINARY -> quoted + "::BLOB";
    };
  }
}
