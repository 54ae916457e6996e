package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockpile.pipeline.json.Restored;
import io.stockpile.pipeline.shred.Guarantee;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks with another reader for the values of an archive's only unit in all its tables. */
final class FoundAgain {
  private final Path root;
  private final List<String> lines;
  private final Map<Long, String> tableOfLine = new HashMap<>();

  /**
   * @param lines the lines of the unit, in order
   */
  FoundAgain(Path root, List<String> lines) {
    this.root = root;
    this.lines = lines;
  }

  /** Compares each row with its line. Returns the tables that have rows. */
  Set<String> check() throws IOException, SQLException {
    assertThat(root.resolve("_rejected")).doesNotExist();
    Set<String> tables = new TreeSet<>();
    try (DuckDb duckdb = new DuckDb();
        Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        TableSchema table = Tables.named(root.relativize(file.getParent().getParent()).toString());
        tables.add(table.name());
        for (Map<String, Object> row : duckdb.read(file, table)) {
          check(table, row);
        }
      }
    }
    return tables;
  }

  private void check(TableSchema table, Map<String, Object> row) {
    long number = (long) row.get("source_line");
    assertThat(tableOfLine.put(number, table.name())).as("line %d", number).isNull();
    JsonNode line = Restored.line(lines.get((int) number - 1).getBytes(StandardCharsets.UTF_8));
    new Guarantee(table, format(table, row.get("format"), line)).check(line, row);
  }

  /** How many lines became rows. */
  long rows() {
    return tableOfLine.size();
  }

  private static String format(TableSchema table, Object label, JsonNode line) {
    if (table.formats().size() == 1) {
      return table.formats().keySet().iterator().next();
    }
    String verb = line.path("verb").asText();
    return switch (label + " of " + table.name()) {
      case "native of twitter/compliance_events" -> "v2";
      case "activity_streams of twitter/compliance_events" ->
          verb.startsWith("user_") ? "v1_user" : "v1_tweet";
      case "activity_streams of twitter/tweets" ->
          verb.equals("share") ? "activity_share" : "activity_streams";
      default -> (String) label;
    };
  }
}
