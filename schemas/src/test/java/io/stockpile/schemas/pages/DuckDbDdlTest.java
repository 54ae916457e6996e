package io.stockpile.schemas.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements for DuckDB are run by DuckDB. */
class DuckDbDdlTest {

  @Test
  void everyTableCanBeMadeWithTheSchemasColumns() throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(DuckDbDdl.tables(Tables.all()));

      for (TableSchema table : Tables.all()) {
        List<String> expected = new ArrayList<>(table.fields().stream().map(Field::name).toList());
        if (TableLocation.isPartitioned(table)) {
          expected.add("date");
        }
        assertThat(columns(statement, name(table)).keySet()).containsExactlyElementsOf(expected);
      }
    }
  }

  @Test
  void commentsCarryTheDocs() throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(DuckDbDdl.tables(Tables.all()));

      try (ResultSet rows =
          statement.executeQuery(
              "SELECT comment FROM duckdb_columns()"
                  + " WHERE table_name = 'messages' AND column_name = 'symbols'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).startsWith("The symbols that the message names");
      }
    }
  }

  @Test
  void theViewsReadAnArchiveAndFitTheTables(@TempDir Path root) throws SQLException, IOException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(DuckDbDdl.tables(Tables.all()));
      Map<String, Map<String, String>> made = new LinkedHashMap<>();
      for (TableSchema table : Tables.all()) {
        made.put(table.name(), columns(statement, name(table)));
        writeOneRow(statement, table, root);
        statement.execute("DROP TABLE " + name(table));
      }

      statement.execute(DuckDbDdl.views(Tables.all()).replace("ROOT", root.toString()));

      for (TableSchema table : Tables.all()) {
        assertThat(columns(statement, name(table))).isEqualTo(made.get(table.name()));
        assertThat(count(statement, name(table))).as(table.name()).isEqualTo(1);
      }
    }
  }

  private static void writeOneRow(Statement statement, TableSchema table, Path root)
      throws SQLException, IOException {
    List<String> values = new ArrayList<>();
    for (Field field : table.fields()) {
      if (field.required()) {
        values.add(requiredValue(field) + " AS \"" + field.name() + "\"");
      }
    }
    String directory = TableLocation.of(table).directory().replace("ROOT", root.toString());
    boolean partitioned = TableLocation.isPartitioned(table);
    if (partitioned) {
      values.add("DATE '2016-12-05' AS \"date\"");
    }
    Files.createDirectories(Path.of(directory));
    statement.execute(
        "INSERT INTO " + name(table) + " BY NAME SELECT " + String.join(", ", values));
    statement.execute(
        "COPY %s TO '%s' (FORMAT parquet, %s)"
            .formatted(
                name(table),
                directory,
                partitioned
                    ? "PARTITION_BY (\"date\"), OVERWRITE_OR_IGNORE true"
                    : "PER_THREAD_OUTPUT true, OVERWRITE_OR_IGNORE true"));
  }

  private static String requiredValue(Field field) {
    boolean time = field.type().equals(new FieldType.Scalar(Primitive.TIMESTAMP));
    return time ? "TIMESTAMPTZ '2016-12-05 01:02:03Z'" : "'1'";
  }

  private static String name(TableSchema table) {
    return TableLocation.of(table).quoted("\"");
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  private static Map<String, String> columns(Statement statement, String table)
      throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery("DESCRIBE " + table)) {
      while (rows.next()) {
        columns.put(rows.getString("column_name"), rows.getString("column_type"));
      }
    }
    return columns;
  }
}
