package io.stockpile.pipeline.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockpile.pipeline.Rooms;
import io.stockpile.pipeline.commands.Archive;
import io.stockpile.pipeline.recipes.LandedMessages.Follow;
import io.stockpile.pipeline.recipes.LandedMessages.Message;
import io.stockpile.pipeline.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the recipes of the page, unchanged, on the demo's archive, and compares their results with
 * the landed lines.
 */
class RecipesTest {
  private static final String DUCKDB = "DuckDB";
  private static final String BY_SYMBOL = "Messages by symbol, day and sentiment";
  private static final String BY_HOUR = "Activity by hour in New York";

  @TempDir private static Path directory;
  private static Path archive;
  private static RecipePage page;
  private static LandedMessages landed;

  @BeforeAll
  static void runTheDemo() throws IOException {
    archive = directory.resolve("demo");
    Archive.Ending ending = new Archive(archive).run("demo");
    assertThat(ending.code()).as(ending.err()).isZero();
    page = RecipePage.read();
    landed = new LandedMessages(archive);
    assertThat(landed.messages()).hasSizeGreaterThan(5_000);
  }

  private static List<List<String>> duck(String question) throws SQLException {
    return duck(archive, question);
  }

  private static List<List<String>> duck(Path root, String question) throws SQLException {
    try (DuckDb duckdb = new DuckDb()) {
      for (String view : page.code(DUCKDB, "Views").split(";", -1)) {
        if (!view.isBlank() && Files.exists(root.resolve(table(view)))) {
          duckdb.execute(view.replace("'archive/", "'" + root + "/"));
        }
      }
      return duckdb.rows(page.code(DUCKDB, question).replace(";", "")).stream()
          .map(row -> row.stream().map(String::valueOf).toList())
          .toList();
    }
  }

  private static String table(String view) {
    int from = view.indexOf("'archive/") + "'archive/".length();
    return view.substring(from, view.indexOf("/*", from));
  }

  private static List<List<String>> expectedBySymbol() {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (Message message : landed.messages()) {
      for (String symbol : message.symbols()) {
        counts.merge(List.of(symbol, message.day().toString(), message.mood()), 1, Integer::sum);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    counts.forEach(
        (key, count) -> rows.add(List.of(key.get(0), key.get(1), key.get(2), count.toString())));
    return rows;
  }

  private static List<List<String>> expectedByHour() {
    Map<Integer, Integer> hours = new TreeMap<>();
    landed
        .messages()
        .forEach(
            message ->
                hours.merge(
                    message.at().atZone(ZoneId.of("America/New_York")).getHour(), 1, Integer::sum));
    List<List<String>> rows = new ArrayList<>();
    hours.forEach((hour, count) -> rows.add(List.of(hour.toString(), count.toString())));
    return rows;
  }

  @Test
  void thePageHasNoRecipeThatIsNotRun() {
    assertThat(page.by(DUCKDB).keySet())
        .containsExactly(
            "Views",
            BY_SYMBOL,
            "Bullish share",
            BY_HOUR,
            "Reply trees",
            "Who follows whom at the end of a day",
            "Messages that were not deleted since",
            "The text of a tweet");
    assertThat(page.by("ClickHouse").keySet()).containsExactly(BY_SYMBOL, BY_HOUR);
    assertThat(page.by("Polars").keySet()).containsExactly(BY_SYMBOL, BY_HOUR);
    assertThat(page.by("Spark").keySet()).containsExactly(BY_SYMBOL, BY_HOUR);
    assertThat(page.by("Java").keySet()).containsExactly("Messages by sentiment");
  }

  @Test
  void messagesBySymbolDayAndSentiment() throws Exception {
    assertThat(duck(BY_SYMBOL))
        .hasSizeGreaterThan(50)
        .anyMatch(row -> row.get(2).equals("unclassified"))
        .containsExactlyInAnyOrderElementsOf(expectedBySymbol());
  }

  @Test
  void bullishShare() throws Exception {
    Map<List<String>, int[]> counts = new HashMap<>();
    for (Message message : landed.messages()) {
      for (String symbol : message.symbols()) {
        int[] count =
            counts.computeIfAbsent(List.of(symbol, message.day().toString()), key -> new int[3]);
        count[0]++;
        count[1] += message.mood().equals("Bullish") ? 1 : 0;
        count[2] += message.mood().equals("Bearish") ? 1 : 0;
      }
    }
    List<List<String>> expected = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          int classified = count[1] + count[2];
          String share =
              classified == 0
                  ? "null"
                  : String.valueOf(Math.round(10_000.0 * count[1] / classified) / 10_000.0);
          expected.add(
              List.of(key.get(0), key.get(1), "" + count[0], "" + count[1], "" + count[2], share));
        });

    assertThat(duck("Bullish share"))
        .hasSizeGreaterThan(20)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void activityByHourInNewYork() throws Exception {
    assertThat(duck(BY_HOUR)).hasSize(24).isEqualTo(expectedByHour());
  }

  @Test
  void replyTrees() throws Exception {
    Map<Long, Message> byId = new HashMap<>();
    landed.messages().forEach(message -> byId.put(message.id(), message));
    Map<Long, long[]> trees = new HashMap<>();
    for (Message message : landed.messages()) {
      long depth = 0;
      Message at = message;
      for (Optional<Long> parent = at.inReplyTo();
          parent.isPresent() && byId.containsKey(parent.get());
          parent = at.inReplyTo()) {
        at = byId.get(parent.get());
        depth++;
      }
      long[] tree = trees.computeIfAbsent(at.id(), key -> new long[2]);
      tree[0] += depth > 0 ? 1 : 0;
      tree[1] = Math.max(tree[1], depth);
    }
    List<List<String>> expected = new ArrayList<>();
    trees.forEach(
        (root, tree) -> {
          if (tree[0] > 0) {
            expected.add(List.of("" + root, "" + tree[0], "" + tree[1]));
          }
        });

    List<List<String>> found = duck("Reply trees");

    assertThat(found).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Integer.parseInt(found.get(0).get(2))).isGreaterThan(1);
  }

  @Test
  void whoFollowsWhomAtTheEndOfADay() throws Exception {
    Instant end = Instant.parse("2016-12-07T00:00:00Z");
    Map<List<String>, Boolean> follows = new LinkedHashMap<>();
    for (Follow follow : landed.follows()) {
      if (follow.at().isBefore(end)) {
        follows.put(List.of("" + follow.user(), "" + follow.target()), follow.begins());
      }
    }
    List<List<String>> expected = new ArrayList<>();
    follows.forEach(
        (pair, holds) -> {
          if (holds) {
            expected.add(pair);
          }
        });

    assertThat(expected).hasSizeGreaterThan(100).hasSizeLessThan(follows.size());
    assertThat(duck("Who follows whom at the end of a day"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void messagesThatWereNotDeletedSince() throws Exception {
    Map<String, Integer> left = new TreeMap<>();
    for (Message message : landed.messages()) {
      if (!landed.deleted().contains(message.id())) {
        left.merge(message.day().toString(), 1, Integer::sum);
      }
    }
    List<List<String>> expected = new ArrayList<>();
    left.forEach((day, count) -> expected.add(List.of(day, count.toString())));

    assertThat(duck("Messages that were not deleted since")).isEqualTo(expected);
  }

  /** The same message is in the files of two days, as it happens with late ones. */
  @Test
  void aMessageThatIsThereTwiceCountsOnce() throws Exception {
    Path root = directory.resolve("twice");
    String line =
        "{\"id\":%d,\"body\":\"b\",\"created_at\":\"2016-12-05T23:59:58Z\",\"user\":{\"id\":1},"
            + "\"symbols\":[{\"id\":2,\"symbol\":\"AAPL\"}],\"conversation\":"
            + "{\"in_reply_to_message_id\":%s}}";
    List<String> lines = List.of(line.formatted(1, "null"), line.formatted(2, "1"));
    for (String day : List.of("2016_12_05", "2016_12_06")) {
      Path file = directory.resolve("stocktwits_messages_" + day);
      Files.write(file, lines);
      assertThat(new Archive(root).run("import", "--files=" + file).code()).isZero();
    }

    assertThat(duck(root, BY_SYMBOL))
        .containsExactly(List.of("AAPL", "2016-12-05", "unclassified", "2"));
    assertThat(duck(root, "Bullish share"))
        .containsExactly(List.of("AAPL", "2016-12-05", "2", "0", "0", "null"));
    assertThat(duck(root, BY_HOUR)).containsExactly(List.of("18", "2"));
    assertThat(duck(root, "Reply trees")).containsExactly(List.of("1", "1", "1"));
  }

  @Test
  void theTextOfATweet() throws Exception {
    assertThat(duck("The text of a tweet"))
        .hasSize(1200)
        .allSatisfy(
            row -> assertThat(row.get(1)).startsWith("Watching $STCK").endsWith(row.get(0)));
  }

  /** The text of a tweet is at different places in records of different formats and years. */
  @Test
  void theTextOfATweetWhereverItStands() throws Exception {
    Path root = directory.resolve("tweets");
    Path file = directory.resolve("20170101_0000_activities.json");
    Files.write(file, Tweets.OF_EVERY_KIND.values());
    Archive.Ending ending = new Archive(root).run("import", "--fileType=tweet", "--files=" + file);
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();

    List<List<String>> expected = new ArrayList<>();
    Tweets.OF_EVERY_KIND.forEach(
        (id, line) -> expected.add(List.of("" + id, "whole text of " + id)));
    assertThat(duck(root, "The text of a tweet")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ClickHouse", "Polars"})
  void readersInNodeFindTheSame(String reader, @TempDir Path scratch) throws Exception {
    String name = reader.equals("Polars") ? "nodejs-polars" : "chdb";
    Path packages = Rooms.project().resolve("src/it/readers/node_modules");
    assumeTrue(
        Files.isDirectory(packages.resolve(name)),
        reader + " is left out: there is no " + name + "; npm install in src/it/readers brings it");
    Node node = new Node(scratch, packages.toRealPath(), archive);
    assumeTrue(node.loads(name), reader + " is left out: Node does not load " + name + " here");

    assertThat(csv(node.run(page.code(reader, BY_SYMBOL))))
        .containsExactlyInAnyOrderElementsOf(expectedBySymbol());
    assertThat(csv(node.run(page.code(reader, BY_HOUR)))).isEqualTo(expectedByHour());
  }

  private static List<List<String>> csv(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.endsWith(",messages"))
        .map(line -> List.of(line.replace("\"", "").split(",", -1)))
        .toList();
  }

  @Test
  void parquetJavaReadsOneColumn(@TempDir Path scratch) throws Exception {
    Path program =
        Files.writeString(
            scratch.resolve("MessagesBySentiment.java"),
            page.code("Java", "Messages by sentiment"));
    Path out = scratch.resolve("out.txt");
    Path err = scratch.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.toString(),
                archive.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(err)).isZero();
    Map<String, Integer> expected = new TreeMap<>();
    landed.messages().forEach(message -> expected.merge(message.mood(), 1, Integer::sum));

    assertThat(Files.readString(out).lines().filter(line -> line.matches("\\w+,\\d+")))
        .containsExactlyElementsOf(
            expected.entrySet().stream()
                .map(entry -> entry.getKey() + "," + entry.getValue())
                .toList());
  }
}
