package io.stockpile.pipeline.testing;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.TableSchema;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads Parquet files with DuckDB, which shares no code with the writer. */
public final class DuckDb implements AutoCloseable {
  private static final Pattern TABLE = Pattern.compile("TABLE\\(([a-z_/]+)\\)");

  private final Connection connection;

  public DuckDb() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      statement.execute("SET TimeZone = 'UTC'");
    }
  }

  /**
   * The rows of a query of an archive, in which {@code TABLE(x)} stands for the files of the table
   * {@code x}; cells as text.
   */
  public static List<List<String>> query(Path root, String sql) throws SQLException {
    String files = "read_parquet('" + root + "/$1/*/*.parquet', hive_partitioning = true)";
    try (DuckDb duckdb = new DuckDb()) {
      return duckdb.rows(TABLE.matcher(sql).replaceAll(files)).stream()
          .map(row -> row.stream().map(String::valueOf).toList())
          .toList();
    }
  }

  /** Executes a statement that returns no rows. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query, each with the values of all columns. */
  public List<List<Object>> rows(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(result.getObject(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** All values of the first column. */
  public List<Object> column(String sql) throws SQLException {
    List<Object> values = new ArrayList<>();
    rows(sql).forEach(row -> values.add(row.get(0)));
    return values;
  }

  public long number(String sql) throws SQLException {
    return ((Number) column(sql).get(0)).longValue();
  }

  public static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  public List<Map<String, Object>> read(Path file, TableSchema schema) throws SQLException {
    List<Map<String, Object>> trees = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT * FROM read_parquet("
                    + quoted(file)
                    + ", file_row_number = true)"
                    + " ORDER BY file_row_number")) {
      while (result.next()) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
          members.put(field.name(), value(result.getObject(field.name()), field.type()));
        }
        trees.add(members);
      }
    }
    return trees;
  }

  private static Object value(Object value, FieldType type) throws SQLException {
    if (value == null) {
      return null;
    }
    if (type instanceof FieldType.Group group) {
      Object[] attributes = ((Struct) value).getAttributes();
      Map<String, Object> members = new LinkedHashMap<>();
      for (int i = 0; i < attributes.length; i++) {
        Field field = group.fields().get(i);
        members.put(field.name(), value(attributes[i], field.type()));
      }
      return members;
    }
    if (type instanceof FieldType.ListOf list) {
      List<Object> elements = new ArrayList<>();
      for (Object element : (Object[]) ((Array) value).getArray()) {
        elements.add(value(element, list.element()));
      }
      return elements;
    }
    return scalar(value);
  }

  private static Object scalar(Object value) throws SQLException {
    if (value instanceof Blob blob) {
      return ByteBuffer.wrap(blob.getBytes(1, (int) blob.length()));
    }
    if (value instanceof LocalDate date) {
      return date.toEpochDay();
    }
    if (value instanceof OffsetDateTime time) {
      return micros(time.toInstant());
    }
    if (value instanceof LocalDateTime time) {
      return micros(time.toInstant(ZoneOffset.UTC));
    }
    if (value instanceof Timestamp time) {
      return micros(time.toInstant());
    }
    return value;
  }

  private static long micros(Instant instant) {
    // ChronoUnit counts nanoseconds on the way, of which a long holds no more than 292 years.
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
