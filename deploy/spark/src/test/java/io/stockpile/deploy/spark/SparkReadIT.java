package io.stockpile.deploy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.Sleeper;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.deploy.ShippedBundle;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.simulated.data.OldArchive;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark reads tables whose files are of several schema versions. */
@EnabledForJreRange(max = JRE.JAVA_17, disabledReason = "Spark 3.5 knows Java up to 17")
class SparkReadIT {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 6);
  private static final String UUID = "5f0c9e1e-0d6a-4b0e-9d3c-2a9f6f1f3b11";
  private static final String ROWS =
      "SELECT count(*), count(DISTINCT date), first(typeof(date)) FROM messages";
  private static final String OF_ONE =
      "SELECT id, symbols[0].symbol, symbols[0].earnings_uuid, gnip.language,"
          + " get_json_object(extra, '$.symbols[0].earnings_id') FROM messages WHERE id = 101";

  @TempDir private Path scratch;
  private Path archive;
  private Path messages;

  @BeforeEach
  void makeArchiveOfBothVersions() throws IOException {
    archive = scratch.resolve("archive");
    messages = archive.resolve("stocktwits/messages");
    OldArchive.copyTo(archive);
    Path file = scratch.resolve("stocktwits_messages_2016_12_06.gz");
    Files.write(file, new SimulatedData(7).messages(DAY, 40).gzip());
    stockpile("import", "--files=" + file);
  }

  @Test
  void readsBothWithTheSchemaOfAllOfThemOrOfEither() throws Exception {
    String old = "[101,TEST,null,null," + UUID + "]";

    assertThat(read("merged", ROWS, OF_ONE)).containsExactly("[41,2,date]", old);
    assertThat(read(file("2016-12-06"), ROWS, OF_ONE)).containsExactly("[41,2,date]", old);
    assertThat(read(file("2016-12-05"), ROWS)).containsExactly("[41,2,date]");
  }

  @Test
  void readsWhatWasBroughtUp() throws Exception {
    stockpile("derive", "--onExisting=skip");

    assertThat(read("merged", ROWS, OF_ONE))
        .containsExactly("[41,2,date]", "[101,TEST," + UUID + ",null,null]");
  }

  /** Runs the recipes of the page. The expected answers are those of the recipes for DuckDB. */
  @ParameterizedTest
  @ValueSource(strings = {"Messages by symbol, day and sentiment", "Activity by hour in New York"})
  void theRecipesFindWhatDuckDbFinds(String question) throws Exception {
    List<String> expected = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      String views = recipe("DuckDB", "Views");
      statement.execute(
          views.substring(0, views.indexOf(';')).replace("'archive/", "'" + archive + "/"));
      try (ResultSet rows = statement.executeQuery(recipe("DuckDB", question))) {
        while (rows.next()) {
          StringJoiner row = new StringJoiner(",", "[", "]");
          for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.add(rows.getString(column));
          }
          expected.add(row.toString());
        }
      }
    }

    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(read("merged", recipe("Spark", question)))
        .containsExactly(String.join(" ", expected));
  }

  private static String recipe(String reader, String question) throws IOException {
    String page = Files.readString(Path.of("..", "..", "src", "site", "recipes.md"));
    String section = page.substring(page.indexOf("\n## " + reader + "\n"));
    String recipe = section.substring(section.indexOf("\n### " + question + "\n"));
    String block = recipe.substring(recipe.indexOf("```sql\n") + "```sql\n".length());
    return block.substring(0, block.indexOf("\n```"));
  }

  private String file(String date) {
    return messages
        .resolve("date=" + date)
        .resolve("firestream-message-" + date + "-0000.parquet")
        .toString();
  }

  private List<String> read(String schema, String... queries) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(schema, messages.toString()));
    arguments.addAll(List.of(queries));
    SparkSubmission.Ended ended =
        new SparkSubmission(ShippedBundle.ofThisModule(), scratch, Map.of())
            .program(Path.of("src", "test", "resources", "ReadMessages.java"), arguments);
    assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
    return ended.out().lines().toList();
  }

  private void stockpile(String command, String option) {
    Surroundings surroundings =
        new Surroundings(Clock.systemUTC(), Sleeper.system(), () -> 0.5, name -> Optional.empty());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        new Stockpile(surroundings, print, print).run(command, "--output=" + archive, option);
    assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }
}
