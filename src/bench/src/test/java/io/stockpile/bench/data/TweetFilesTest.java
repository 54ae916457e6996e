package io.stockpile.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.connectors.replay.attempts.LandedAttempt;
import io.stockpile.connectors.replay.attempts.ReplayAttempt;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.attempts.ReplayEnding;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TweetFilesTest {
  private static final int TWEETS = 6_000;
  private static final DataSettings SETTINGS =
      new DataSettings(42, LocalDate.of(2017, 12, 31), 2, TWEETS / 2, Shape.TWEETS);
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  @TempDir static Path root;
  private static DataFacts facts;

  /** The directory in which an archive would have the answers. */
  private static Path landing() {
    return root.resolve("_landing").resolve(DataFiles.REPLAY_SERIES);
  }

  @BeforeAll
  static void generate() throws Exception {
    facts = DataFiles.generate(landing(), SETTINGS);
  }

  @Test
  void aDayIsAnsweredInTwelveSpansOfWhichThoseOfTheNightAreShort() {
    assertThat(facts.files()).hasSize(24);
    assertThat(facts.files().get(0).unit()).isEqualTo("201712310000_201712310200");
    assertThat(facts.files().get(23).unit()).isEqualTo("201801012200_201801020000");
    assertThat(facts.records()).isEqualTo(TWEETS);
    assertThat(facts.files().get(0).records()).isLessThan(facts.files().get(6).records() / 2);
    assertThat(facts.recordsByDate())
        .containsOnly(Map.entry("2017-12-31", 3_000L), Map.entry("2018-01-01", 3_000L));
  }

  @Test
  void everyTweetIsOfItsSpanAndTheFactsAreTrue() throws Exception {
    for (FileFacts file : facts.files()) {
      BigInteger idSum = BigInteger.ZERO;
      long tweets = 0;
      long bytes = 0;
      for (String line : DataLines.of(file)) {
        bytes += line.getBytes(StandardCharsets.UTF_8).length + "\r\n".length();
        if (line.startsWith("{\"created_at\"")) {
          JsonNode tweet = MAPPER.readTree(line);
          idSum = idSum.add(tweet.required("id").bigIntegerValue());
          tweets++;
          assertThat(tweet.required("id_str").asText()).isEqualTo(tweet.required("id").asText());
          Instant time = Instant.ofEpochMilli(tweet.required("timestamp_ms").asLong());
          assertThat(span(time)).isEqualTo(file.unit().substring(0, 10));
        }
      }
      assertThat(file.records()).isEqualTo(tweets);
      assertThat(file.idSum()).isEqualTo(idSum);
      assertThat(file.textBytes()).isEqualTo(bytes);
      assertThat(file.gzipBytes()).isEqualTo(Files.size(file.file()));
    }
  }

  /** The first hour of the span of two hours that an instant belongs to, as {@code YYYYMMDDHH}. */
  private static String span(Instant time) {
    String hours = time.toString().substring(0, 13).replaceAll("[-T]", "");
    int hour = Integer.parseInt(hours.substring(8));
    return hours.substring(0, 8) + "%02d".formatted(hour - hour % 2);
  }

  @Test
  void anArchiveTakesTheAnswersForLandedAndWhole() throws Exception {
    try (ObjectStore store = ObjectStores.open(StoreLocation.of(root.toString()))) {
      ReplayAttempts attempts = new ReplayAttempts(store, Clock.systemUTC());
      ReplayStream stream = ReplayStream.ofSeries(DataFiles.REPLAY_SERIES).orElseThrow();
      Set<ReplayUnit> units = attempts.units(stream);

      assertThat(units).hasSize(24);
      for (ReplayUnit unit : units) {
        assertThat(attempts.landed(unit).missing().isEmpty()).isTrue();
        checkAttempt(attempts.list(unit).get(0), unit.range().keyText());
      }
    }
  }

  private static void checkAttempt(ReplayAttempt attempt, String unit) throws Exception {
    FileFacts file =
        facts.files().stream().filter(one -> one.unit().equals(unit)).findFirst().orElseThrow();
    LandedAttempt landed = attempt.landed().orElseThrow();
    assertThat(attempt.ending()).isInstanceOf(ReplayEnding.Completed.class);
    assertThat(landed.activities()).isEqualTo(file.records());
    assertThat(landed.lines()).isEqualTo(DataLines.of(file).size());
    assertThat(landed.bytes()).isEqualTo(file.gzipBytes());
    assertThat(landed.uncompressedBytes()).isEqualTo(file.textBytes());
    assertThat(root.resolve(landed.key())).isEqualTo(file.file());
  }

  @Test
  void marksPointToWhatTheyAre() throws Exception {
    for (String line : DataLines.tweets(facts)) {
      JsonNode tweet = MAPPER.readTree(line);
      checkMarks(tweet);
      if (tweet.has("retweeted_status")) {
        checkMarks(tweet.get("retweeted_status"));
      }
    }
  }

  private static void checkMarks(JsonNode tweet) {
    checkMarks(tweet.get("text").asText(), tweet.get("entities"));
    if (tweet.has("extended_tweet")) {
      JsonNode whole = tweet.get("extended_tweet");
      checkMarks(whole.get("full_text").asText(), whole.get("entities"));
    }
  }

  private static void checkMarks(String text, JsonNode entities) {
    entities.get("hashtags").forEach(mark -> checkMark(text, mark, "#", "text"));
    entities.get("symbols").forEach(mark -> checkMark(text, mark, "$", "text"));
    entities.get("user_mentions").forEach(mark -> checkMark(text, mark, "@", "screen_name"));
    entities.get("urls").forEach(mark -> checkMark(text, mark, "", "url"));
    entities.path("media").forEach(mark -> checkMark(text, mark, "", "url"));
  }

  private static void checkMark(String text, JsonNode mark, String sign, String member) {
    int start = mark.get("indices").get(0).asInt();
    int end = mark.get("indices").get(1).asInt();
    assertThat(text.substring(start, end)).isEqualTo(sign + mark.get(member).asText());
  }

  @Test
  void sizesAndKindsAreThoseThatTheirFrequenciesSay() throws Exception {
    Map<String, Integer> present = new HashMap<>();
    for (String line : DataLines.tweets(facts)) {
      JsonNode tweet = MAPPER.readTree(line);
      for (String name :
          List.of(
              "retweeted_status",
              "quoted_status",
              "extended_tweet",
              "place",
              "extended_entities")) {
        present.merge(name, tweet.path(name).isContainerNode() ? 1 : 0, Integer::sum);
      }
    }
    assertThat(present.get("retweeted_status") / (double) TWEETS).isBetween(0.42, 0.48);
    assertThat(present.get("quoted_status") / (double) TWEETS).isBetween(0.04, 0.09);
    assertThat(present.get("extended_tweet") / (double) TWEETS).isBetween(0.05, 0.3);
    assertThat(present.get("place") / (double) TWEETS).isBetween(0.01, 0.03);
    assertThat(present.get("extended_entities") / (double) TWEETS).isBetween(0.05, 0.2);
    assertThat(facts.textBytes() / (double) TWEETS).isBetween(3_500.0, 5_500.0);
    assertThat(facts.textBytes() / (double) facts.gzipBytes()).isBetween(5.0, 10.0);
  }

  @Test
  void equalSettingsGiveEqualText(@TempDir Path other) throws Exception {
    DataFacts again = DataFiles.generate(other, SETTINGS);

    assertThat(DataLines.tweets(again)).isEqualTo(DataLines.tweets(facts));
    assertThat(DataFiles.ensure(other, SETTINGS)).isEqualTo(again);
  }
}
