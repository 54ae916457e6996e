package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.simulated.data.SimulatedData;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * DuckDB finds every value of every record of an imported file in the table of that record and in
 * no other: in its column or in {@code extra}.
 *
 * <p>Real files test more than invented ones, but this project may not publish them. If the
 * environment variable {@code STOCKPILE_SAMPLES} names a directory of such files, they are tried,
 * too: {@code stocktwits/*.ndjson} as messages, {@code gnip/*.ndjson} and {@code gnip/*.json.gz} as
 * tweets, and the files of {@code gnip/compliance-v2}, a record each, as compliance events.
 */
class ValuesFoundAgainTest {
  private static final String SAMPLES = "STOCKPILE_SAMPLES";
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final List<String> FROM_THE_FIRST_TO_TODAY =
      List.of("--from=2006-01-01", "--to=2030-01-01");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  private FoundAgain imported(String fileType, List<String> lines, List<String> when)
      throws IOException {
    Path file = Files.write(directory.resolve("records.json"), lines, StandardCharsets.UTF_8);
    Archive archive = new Archive(directory.resolve("archive"));
    List<String> words = new ArrayList<>(List.of("--files=" + file, "--fileType=" + fileType));
    words.addAll(when);
    Archive.Ending ending = archive.run("import", words.toArray(new String[0]));
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    return new FoundAgain(archive.root(), lines);
  }

  @ParameterizedTest
  @CsvSource({
    "message, stocktwits/messages stocktwits/message_deletions",
    "activity, stocktwits/friendships stocktwits/blocks stocktwits/message_likes",
  })
  void thoseOfMadeUpStockTwitsFiles(String fileType, String tables) throws Exception {
    SimulatedData data = new SimulatedData(7);
    List<String> lines =
        fileType.equals("message")
            ? data.messages(DAY, 500).lines()
            : data.activities(DAY, 300).lines();

    FoundAgain found = imported(fileType, lines, List.of("--date=" + DAY));

    assertThat(found.check()).containsExactlyInAnyOrder(tables.split(" "));
    assertThat(found.rows()).isEqualTo(lines.size());
  }

  @ParameterizedTest
  @EnumSource
  void thoseOfMadeUpTweets(SimulatedTweets.Form form) throws Exception {
    boolean deletions = form == SimulatedTweets.Form.DELETIONS;
    List<String> lines =
        new SimulatedTweets(form, 200).activities(Instant.parse("2016-12-05T10:00:00Z"));

    FoundAgain found =
        imported(
            deletions ? "compliance" : "tweet",
            lines,
            List.of("--from=2016-12-05T10:00Z", "--to=2016-12-05T11:00Z"));

    assertThat(found.check())
        .containsExactly(deletions ? "twitter/compliance_events" : "twitter/tweets");
    assertThat(found.rows()).isEqualTo(200);
  }

  @Test
  void thoseOfRealMessages() throws Exception {
    for (Path file : samples("stocktwits")) {
      realFile(file, "message", "stocktwits/messages");
    }
  }

  @Test
  void thoseOfRealTweets() throws Exception {
    for (Path file : samples("gnip")) {
      realFile(file, "tweet", "twitter/tweets");
    }
  }

  @Test
  void thoseOfRealComplianceEvents() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Path file : samples("gnip/compliance-v2")) {
      lines.add(JSON.writeValueAsString(JSON.readTree(file.toFile())));
    }

    FoundAgain found = imported("compliance", lines, FROM_THE_FIRST_TO_TODAY);

    assertThat(found.check()).containsExactly("twitter/compliance_events");
    assertThat(found.rows()).isEqualTo(lines.size());
  }

  private void realFile(Path file, String fileType, String table) throws Exception {
    List<String> lines = lines(file);
    directory = Files.createDirectory(directory.resolve(file.getFileName()));

    FoundAgain found = imported(fileType, lines, FROM_THE_FIRST_TO_TODAY);

    assertThat(found.check()).as(file.toString()).containsExactly(table);
    assertThat(found.rows()).isEqualTo(distinct(lines));
  }

  /** How many different records there are; the same object counts once. */
  private static long distinct(List<String> lines) throws IOException {
    List<String> ids = new ArrayList<>();
    for (String line : lines) {
      JsonNode record = JSON.readTree(line);
      ids.add(record.path("object").path("id").asText("") + record.path("id").asText(""));
    }
    return ids.stream().distinct().count();
  }

  private static List<Path> samples(String kind) throws IOException {
    String root = System.getenv(SAMPLES);
    assumeTrue(root != null, "left out: " + SAMPLES + " names no directory of real files");
    try (Stream<Path> files = Files.list(Path.of(root, kind))) {
      List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static List<String> lines(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = text.readAllBytes();
      }
    }
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }
}
