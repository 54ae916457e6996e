package io.stockpile.bench.peer;

import java.math.BigInteger;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figures about the contents of tables that are partitioned by {@code date=YYYY-MM-DD}. They are
 * equal for tables with the same records, whatever the order of rows and the division into files.
 *
 * @param rows the number of rows
 * @param idSum the sum of the ids
 * @param rowsByDate the number of rows of each partition
 * @param figures for each value the number of rows that have it, and the sum of a hash over each
 *     row's id and value; any difference in a text, number or list element changes the sum
 */
public record ParquetContents(
    long rows, BigInteger idSum, SortedMap<String, Long> rowsByDate, Map<String, String> figures) {

  /** Reads the peer's output. */
  public static ParquetContents ofPeer(Path directory, PeerJob job) throws SQLException {
    return read(List.of(directory), job.compared(), ComparedValue::inPeer);
  }

  /** Reads the records of an archive, without those that the peer does not have. */
  public static ParquetContents ofArchive(Path archive, PeerJob job) throws SQLException {
    return read(
        job.tables().stream().map(archive::resolve).toList(),
        job.compared(),
        ComparedValue::inArchive);
  }

  private static ParquetContents read(
      List<Path> directories, List<ComparedValue> values, Function<ComparedValue, String> side)
      throws SQLException {
    String table = table(directories);
    List<String> aggregates = new ArrayList<>(List.of("count(*)", "coalesce(sum(id), 0)"));
    for (ComparedValue value : values) {
      String sql = side.apply(value);
      aggregates.add("count(" + sql + ")");
      aggregates.add("sum(hash(id, " + sql + "))");
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      SortedMap<String, Long> rowsByDate = new TreeMap<>();
      try (ResultSet dates =
          statement.executeQuery(
              "SELECT CAST(date AS VARCHAR), count(*) FROM " + table + " GROUP BY 1")) {
        while (dates.next()) {
          // A row without a date is wrong; that must be a difference, and not an error of the
          // query.
          rowsByDate.put(String.valueOf(dates.getString(1)), dates.getLong(2));
        }
      }
      try (ResultSet sums =
          statement.executeQuery("SELECT " + String.join(", ", aggregates) + " FROM " + table)) {
        sums.next();
        Map<String, String> figures = new LinkedHashMap<>();
        int column = 3;
        for (ComparedValue value : values) {
          figures.put("rows with " + value.name(), String.valueOf(sums.getString(column++)));
          figures.put("contents of " + value.name(), String.valueOf(sums.getString(column++)));
        }
        return new ParquetContents(
            sums.getLong(1), new BigInteger(sums.getString(2)), rowsByDate, figures);
      }
    }
  }

  private static String table(List<Path> directories) {
    String globs =
        directories.stream()
            .filter(Files::isDirectory)
            .map(directory -> SqlType.quoted(directory.resolve("**/*.parquet").toString()))
            .collect(Collectors.joining(", "));
    // Several tables may have different columns. For one table this is not needed, and it takes
    // memory for each file.
    boolean unlike = directories.size() > 1;
    return "read_parquet([%s], hive_partitioning=true, union_by_name=%s)".formatted(globs, unlike);
  }

  /** The differences to others, a line each; empty when all are equal. */
  public List<String> differences(ParquetContents other) {
    List<String> differences = new ArrayList<>();
    compare("rows", rows, other.rows, differences);
    compare("sum of ids", idSum, other.idSum, differences);
    compare("rows by date", rowsByDate, other.rowsByDate, differences);
    figures.forEach((name, figure) -> compare(name, figure, other.figures.get(name), differences));
    return differences;
  }

  private static void compare(String name, Object figure, Object other, List<String> differences) {
    if (!figure.equals(other)) {
      differences.add(name + ": " + figure + " against " + other);
    }
  }
}
