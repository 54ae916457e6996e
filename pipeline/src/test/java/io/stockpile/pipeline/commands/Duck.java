package io.stockpile.pipeline.commands;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads an archive with the users' own reader. */
public final class Duck {
  private Duck() {}

  /** The rows of a query in which {@code TABLE(x)} stands for a table's files; cells as text. */
  public static List<List<String>> query(Path root, String sql) throws SQLException {
    String text =
        sql.replaceAll(
            "TABLE\\(([a-z_/]+)\\)",
            "read_parquet('" + root + "/$1/*/*.parquet', hive_partitioning = true)");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(text)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(result.getObject(column)));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
