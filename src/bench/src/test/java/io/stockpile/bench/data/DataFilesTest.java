package io.stockpile.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
  private static final int MESSAGES = 4_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2016, 12, 31);
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  @TempDir static Path directory;
  private static DataFacts facts;

  @BeforeAll
  static void generate() throws Exception {
    facts = DataFiles.generate(directory, settings(42, Shape.BARE));
  }

  @Test
  void filesAreNamedByTheirDay() {
    assertThat(facts.files())
        .extracting(day -> day.file().getFileName().toString())
        .containsExactly("stocktwits_messages_2016_12_31.gz", "stocktwits_messages_2017_01_01.gz");
  }

  @Test
  void everyLineIsAMessageAndTheFactsAreTrue() throws Exception {
    for (FileFacts day : facts.files()) {
      BigInteger idSum = BigInteger.ZERO;
      SortedMap<LocalDate, Long> byDate = new TreeMap<>();
      long textBytes = 0;
      long lastId = 0;
      List<String> lines = lines(day.file());
      for (String line : lines) {
        JsonNode message = MAPPER.readTree(line);
        long id = message.required("id").asLong();
        assertThat(id).isGreaterThan(lastId);
        lastId = id;
        idSum = idSum.add(BigInteger.valueOf(id));
        String date = message.required("created_at").asText().substring(0, 10);
        byDate.merge(LocalDate.parse(date), 1L, Long::sum);
        textBytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
      }
      assertThat(lines).hasSize(MESSAGES);
      assertThat(day.records()).isEqualTo(MESSAGES);
      assertThat(day.idSum()).isEqualTo(idSum);
      assertThat(day.recordsByDate()).isEqualTo(byDate);
      assertThat(day.textBytes()).isEqualTo(textBytes);
      assertThat(day.gzipBytes()).isEqualTo(Files.size(day.file()));
    }
  }

  @Test
  void membersComeAndStayAwayAsInTheApi() throws Exception {
    Map<String, Integer> present = new TreeMap<>();
    for (FileFacts day : facts.files()) {
      for (String line : lines(day.file())) {
        JsonNode message = MAPPER.readTree(line);
        message.fieldNames().forEachRemaining(name -> present.merge(name, 1, Integer::sum));
        present.merge("words", message.get("body").asText().split(" ").length, Integer::sum);
        present.merge("symbol", message.get("symbols").size(), Integer::sum);
        JsonNode entities = message.get("entities");
        present.merge("chart", entities.has("chart") ? 1 : 0, Integer::sum);
        present.merge("sentiment", entities.get("sentiment").isNull() ? 0 : 1, Integer::sum);
      }
    }
    int all = 2 * MESSAGES;
    for (String name : List.of("id", "body", "created_at", "user", "source", "symbols")) {
      assertThat(present).containsEntry(name, all);
    }
    assertThat(share(present, "links", all)).isBetween(0.1, 0.16);
    assertThat(share(present, "conversation", all)).isBetween(0.34, 0.42);
    assertThat(share(present, "likes", all)).isBetween(0.2, 0.28);
    assertThat(share(present, "chart", all)).isBetween(0.04, 0.08);
    assertThat(share(present, "sentiment", all)).isBetween(0.41, 0.49);
    assertThat(share(present, "symbol", all)).isBetween(1.1, 1.8);
    assertThat(share(present, "words", all)).isBetween(10.0, 20.0);
  }

  @Test
  void sizesAreThoseOfPartnerLevelFiles() {
    assertThat(facts.textBytes() / (double) facts.records()).isBetween(1_300.0, 1_550.0);
    assertThat(facts.textBytes() / (double) facts.gzipBytes()).isBetween(5.0, 7.0);
  }

  @Test
  void theEnvelopeHoldsTheSameMessages(@TempDir Path other) throws Exception {
    DataFacts wrapped = DataFiles.generate(other, settings(42, Shape.ENVELOPE));

    List<String> bare = lines(facts.files().get(0).file());
    List<String> envelopes = lines(wrapped.files().get(0).file());
    assertThat(wrapped.idSum()).isEqualTo(facts.idSum());
    for (int i = 0; i < bare.size(); i += 97) {
      JsonNode envelope = MAPPER.readTree(envelopes.get(i));
      JsonNode message = MAPPER.readTree(bare.get(i));
      assertThat(envelope.get("object").asText()).isEqualTo("Message");
      assertThat(envelope.get("action").asText()).isEqualTo("create");
      assertThat(envelope.get("data")).isEqualTo(message);
      assertThat(envelope.get("time")).isEqualTo(message.get("created_at"));
    }
  }

  @Test
  void equalSettingsGiveEqualTextAndAnotherSeedGivesOther(@TempDir Path other) throws Exception {
    List<String> first = lines(facts.files().get(1).file());

    DataFacts again = DataFiles.generate(other.resolve("again"), settings(42, Shape.BARE));
    DataFacts changed = DataFiles.generate(other.resolve("changed"), settings(43, Shape.BARE));

    assertThat(lines(again.files().get(1).file())).isEqualTo(first);
    assertThat(lines(changed.files().get(1).file())).isNotEqualTo(first);
  }

  @Test
  void aFewLinesBelongToTheDaysBesideTheFile(@TempDir Path other) throws Exception {
    DataSettings settings = new DataSettings(3, FIRST_DAY, 1, 20_000, Shape.BARE);

    SortedMap<String, Long> byDate = DataFiles.generate(other, settings).recordsByDate();

    assertThat(byDate.keySet()).containsExactly("2016-12-30", "2016-12-31", "2017-01-01");
    assertThat(byDate.get("2016-12-30") + byDate.get("2017-01-01")).isBetween(2L, 30L);
  }

  @Test
  void dataThatIsThereIsTakenAsItIsUnlessItIsNotWhole(@TempDir Path other) throws Exception {
    DataSettings settings = new DataSettings(1, FIRST_DAY, 1, 10, Shape.BARE);
    DataFacts made = DataFiles.ensure(other, settings);
    Path file = made.files().get(0).file();
    FileTime longAgo = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(file, longAgo);

    assertThat(DataFiles.ensure(other, settings)).isEqualTo(made);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);

    Files.write(file, new byte[3]);
    assertThat(DataFiles.ensure(other, settings)).isEqualTo(made);
    assertThat(lines(file)).hasSize(10);

    DataSettings more = new DataSettings(1, FIRST_DAY, 1, 11, Shape.BARE);
    assertThat(DataFiles.ensure(other, more).records()).isEqualTo(11);
  }

  private static DataSettings settings(long seed, Shape shape) {
    return new DataSettings(seed, FIRST_DAY, 2, MESSAGES, shape);
  }

  private static double share(Map<String, Integer> present, String name, int all) {
    return present.get(name) / (double) all;
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
