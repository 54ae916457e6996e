package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.codec.Codec;
import io.stockpile.connectors.codec.Packed;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.data.SimulatedData;
import io.stockpile.simulated.data.SimulatedTweets;
import io.stockpile.simulated.data.SimulatedTweets.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportTwitterTest {
  private static final Instant TEN = Instant.parse("2016-12-05T10:00:00Z");
  private static final String TEN_MINUTES = "20161205_1000_activities.json.gz";
  private static final String UNIT = "201612051000_201612051010";
  private static final String SERIES = "twitter-files/tweet/default/";

  private Path old;
  private Archive archive;

  @BeforeEach
  void makeArchive(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"));
    old = Files.createDirectory(directory.resolve("old"));
  }

  private Archive.Ending importFiles(String glob, String... arguments) {
    List<String> words = new ArrayList<>(List.of("--files=" + old.resolve(glob)));
    words.addAll(List.of(arguments));
    return archive.run("import", words.toArray(new String[0]));
  }

  private void write(String name, byte[] content) throws IOException {
    Files.createDirectories(old.resolve(name).getParent());
    Files.write(old.resolve(name), content);
  }

  private static SimulatedTweets tweets(Form form) {
    return new SimulatedTweets(form, 4);
  }

  private static List<String> lines(Form form, Instant from, int minutes) {
    return IntStream.range(0, minutes)
        .mapToObj(minute -> tweets(form).activities(from.plusSeconds(60L * minute)))
        .flatMap(List::stream)
        .toList();
  }

  private static byte[] text(List<String> lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private Set<Long> ids(String table, String column) throws SQLException {
    Set<Long> ids = new TreeSet<>();
    DuckDb.query(archive.root(), "SELECT " + column + " FROM TABLE(" + table + ")")
        .forEach(row -> ids.add(Long.valueOf(row.get(0))));
    return ids;
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"ACTIVITY_STREAMS", "NATIVE"})
  void aHistoricalFileOfTenMinutesBecomesAUnitOfThem(Form form) throws Exception {
    write(TEN_MINUTES, Packed.GZIP.of(text(lines(form, TEN, 10))));

    Archive.Ending ending = importFiles("*_activities.json.gz");

    assertThat(ending.err()).isEmpty();
    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("1 committed").contains("40 rows");
    assertThat(ids("twitter/tweets", "id"))
        .isEqualTo(new TreeSet<>(tweets(form).ids(TEN, TEN.plusSeconds(600))));
    assertThat(archive.files())
        .containsExactly(
            "_landing/" + SERIES + UNIT + ".gz",
            "_manifests/" + SERIES + UNIT + ".json",
            "twitter/tweets/date=2016-12-05/twitter-files-tweet-default-" + UNIT + "-0000.parquet");
    assertThat(archive.read("_landing/" + SERIES + UNIT + ".gz"))
        .isEqualTo(Files.readAllBytes(old.resolve(TEN_MINUTES)));
    assertThat(archive.text("_manifests/" + SERIES + UNIT + ".json"))
        .contains("\"source\" : \"twitter-files\"", "\"type\" : \"tweet\"")
        .contains("\"from\" : \"2016-12-05T10:00:00Z\"", "\"to\" : \"2016-12-05T10:10:00Z\"")
        .contains("\"status\" : \"complete\"", "\"gzip_members\" : 1");
  }

  @Test
  void itIsHeldVerifiedShownAndDerivedAsAnyUnit() throws Exception {
    write(TEN_MINUTES, Packed.GZIP.of(text(lines(Form.NATIVE, TEN, 10))));
    write(
        "20161205_1030_activities.json.gz",
        Packed.GZIP.of(text(lines(Form.NATIVE, TEN.plusSeconds(1800), 10))));

    assertThat(importFiles("*.gz", "--dryRun").out()).contains("Units to work on: 2 of 2");
    assertThat(archive.files()).isEmpty();
    assertThat(importFiles("*.gz").code()).isZero();
    Map<String, byte[]> before = archive.contents();

    assertThat(importFiles("*.gz").out()).contains("2 already held");
    assertThat(archive.run("verify").code()).isZero();
    assertThat(archive.run("status").out())
        .containsPattern("tweet/default +2016-12-05T10:00Z +2016-12-05T10:10Z +complete +1 +40")
        .containsPattern("tweet/default +2016-12-05T10:10Z +2016-12-05T10:30Z +missing");
    assertThat(archive.run("derive", "--sources=firestream,replay").out())
        .contains("Nothing was landed");
    assertThat(archive.contents()).usingRecursiveComparison().isEqualTo(before);
    Archive.Ending derived = archive.run("derive", "--sources=twitter-files");
    assertThat(derived.code()).isZero();
    assertThat(derived.out()).contains("2 committed");
    assertThat(archive.run("verify").code()).isZero();
    assertThat(archive.run("report", "--to=" + old.resolve("report.html")).code()).isZero();
    assertThat(Files.readString(old.resolve("report.html"))).contains("twitter-files/tweet");
    assertThat(ids("twitter/tweets", "id")).hasSize(80);
  }

  @ParameterizedTest
  @EnumSource
  void everyCodecIsLandedAsItIsAndReadAgain(Packed packed) throws Exception {
    byte[] file = packed.of(text(lines(Form.ACTIVITY_STREAMS, TEN, 1)));
    write("2016/12/05/10/00.json.any", file);

    Archive.Ending ending =
        importFiles(
            "2016/12/05/10/00.json.any",
            "--fileType=tweet",
            "--from=2016-12-05T10:00Z",
            "--to=2016-12-05T10:01Z");

    assertThat(ending.code()).isZero();
    String key = "_landing/" + SERIES + "201612051000_201612051001" + packed.codec().ending();
    assertThat(archive.read(key)).isEqualTo(file);
    assertThat(archive.text("_manifests/" + SERIES + "201612051000_201612051001.json"))
        .contains("\"path\" : \"" + key + "\"", "\"lines\" : 4")
        .contains("\"gzip_members\" : " + (packed.codec() == Codec.GZIP ? 1 : 0));
    assertThat(archive.run("verify").code()).isZero();
    Files.delete(
        archive
            .root()
            .resolve(
                "twitter/tweets/date=2016-12-05/twitter-files-tweet-default-"
                    + "201612051000_201612051001-0000.parquet"));
    assertThat(archive.run("derive").code()).isZero();
    assertThat(ids("twitter/tweets", "id")).isEqualTo(new TreeSet<>(tweets(Form.NATIVE).ids(TEN)));
  }

  /** Cuts the smallest file at every position, and imports each result with the whole program. */
  @ParameterizedTest
  @EnumSource
  void noCutFileIsEverComplete(Packed packed) throws Exception {
    byte[] file = packed.of(text(List.of("{\"delete\":{\"status\":{\"id\":7}}}")));
    String name = "20161205_1000_activities.json";

    for (int length = 0; length < file.length; length++) {
      write(name, Arrays.copyOf(file, length));
      Archive.Ending ending = importFiles(name);
      assertThat(ending.code()).as("cut after " + length).isEqualTo(1);
      assertThat(archive.files()).as("cut after " + length).isEmpty();
    }
    write(name, file);
    assertThat(importFiles(name).code()).isZero();
  }

  @Test
  void aRecordedStreamMayHaveControlLinesKeepAlivesAndBothVersionsOfEvents() throws Exception {
    List<String> events = lines(Form.DELETIONS, TEN, 1);
    List<String> stream = new ArrayList<>();
    stream.add("");
    stream.add(lines(Form.ACTIVITY_STREAMS, TEN, 1).get(0));
    stream.add("");
    stream.add("{\"warn\":{\"message\":\"slow\",\"sent\":\"2016-12-05T10:00:10+00:00\"}}");
    stream.addAll(events);
    stream.add(
        "{\"objectType\":\"activity\",\"verb\":\"delete\",\"object\":{\"id\":"
            + "\"tag:search.twitter.com,2005:601140908713738240\"},\"actor\":{\"id\":"
            + "\"id:twitter.com:3130171131\"},\"timestampMs\":\"2016-12-05T10:00:18.944+00:00\"}");
    stream.add("{\"delete\":{\"status\":{\"id\":7,\"id_str\":\"7\",\"user_id\":3}}}");
    stream.add("{\"limit\":{\"track\":12}}");
    stream.add("{\"info\":{\"message\":\"Replay Request Completed\",\"activity_count\":7}}");
    write("recorded.json", text(stream));

    Archive.Ending ending =
        importFiles(
            "recorded.json",
            "--fileType=compliance",
            "--from=2016-12-05T10:00Z",
            "--to=2016-12-05T10:01Z");

    assertThat(ending.out()).contains("1 committed");
    assertThat(
            archive.text(
                "_manifests/twitter-files/compliance/default/201612051000_201612051001.json"))
        .contains("\"blank\" : 2", "\"control\" : 3", "\"rejected\" : 0");
    assertThat(ids("twitter/tweets", "id")).hasSize(1);
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT tweet_id, format, time_source FROM TABLE(twitter/compliance_events)"
                    + " WHERE tweet_id IN (7, 601140908713738240) ORDER BY 1"))
        .hasSize(2)
        .element(0)
        .asString()
        .startsWith("[7, ");
    assertThat(ids("twitter/compliance_events", "source_line")).hasSize(events.size() + 2);
  }

  @Test
  void filesThatHoldTheSameMinutesAreRefused() throws Exception {
    byte[] file = Packed.GZIP.of(text(lines(Form.NATIVE, TEN, 10)));
    write(TEN_MINUTES, file);
    write("again/" + TEN_MINUTES, file);
    write("tweets_2016-12-05.json.gz", file);

    Archive.Ending twice = importFiles("**.gz");
    Archive.Ending overlap = importFiles("*.gz");

    assertThat(List.of(twice.code(), overlap.code())).containsOnly(2);
    assertThat(twice.err()).contains("Two files make up one unit", "again/" + TEN_MINUTES);
    assertThat(overlap.err())
        .contains("Two files hold the same time", "tweets_2016-12-05.json.gz", TEN_MINUTES);
    assertThat(archive.root()).doesNotExist();

    assertThat(importFiles("tweets_*").code()).isZero();
    assertThat(importFiles(TEN_MINUTES).out())
        .contains("held by twitter-files-tweet-default-201612050000_201612060000");
    assertThat(ids("twitter/tweets", "source_line")).hasSize(40);
  }

  @Test
  void aLabelTellsFilesOfTheSameMinutesApart() throws Exception {
    write("a/" + TEN_MINUTES, Packed.GZIP.of(text(lines(Form.NATIVE, TEN, 5))));
    write("b/" + TEN_MINUTES, Packed.GZIP.of(text(lines(Form.NATIVE, TEN.plusSeconds(300), 5))));

    assertThat(importFiles("a/*").code()).isZero();
    assertThat(importFiles("b/*", "--fileLabel=job-b").code()).isZero();

    assertThat(ids("twitter/tweets", "id")).hasSize(40);
    assertThat(archive.run("status").out()).contains("tweet/default").contains("tweet/job-b");
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void aReplacementOfAnotherCodecLeavesNothingOfTheFirst() throws Exception {
    write(TEN_MINUTES, Packed.GZIP.of(text(lines(Form.NATIVE, TEN, 5))));
    assertThat(importFiles(TEN_MINUTES).code()).isZero();
    write(TEN_MINUTES, Packed.XZ.of(text(lines(Form.NATIVE, TEN, 10))));

    assertThat(importFiles(TEN_MINUTES, "--onExisting=replace").code()).isZero();

    assertThat(archive.files())
        .filteredOn(file -> file.startsWith("_landing"))
        .containsExactly("_landing/" + SERIES + UNIT + ".g2.xz");
    assertThat(ids("twitter/tweets", "id")).hasSize(40);
    assertThat(archive.run("verify").code()).isZero();
    assertThat(archive.run("derive").code()).isZero();
    assertThat(ids("twitter/tweets", "id")).hasSize(40);
  }

  @Test
  void whatStockTwitsPublishedIsNoFileOfTweetsAndBlocksNothing() throws Exception {
    List<String> messages = new SimulatedData(7).messages(LocalDate.of(2016, 12, 5), 40).lines();
    write("tweets_2016-12-05.json", text(messages));

    Archive.Ending ending = importFiles("tweets_2016-12-05.json");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out()).contains("lines were rejected").contains("taken out of _landing");
    assertThat(archive.files()).noneMatch(file -> file.endsWith(".parquet"));
    assertThat(archive.files()).noneMatch(file -> file.startsWith("_manifests"));
    write("tweets_2016-12-05.json", text(lines(Form.NATIVE, TEN, 10)));
    assertThat(importFiles("tweets_2016-12-05.json").code()).isZero();
  }

  @Test
  void aLineThatUnpacksToTooMuchIsRejectedAndTheOthersStay() throws Exception {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(text(lines(Form.NATIVE, TEN, 10)));
    content.writeBytes(
        ("{\"id\":1,\"text\":\"" + "a".repeat(3_000_000) + "\"}\n")
            .getBytes(StandardCharsets.US_ASCII));
    write("tweets_2016-12-05.bz2", Packed.BZIP2.of(content.toByteArray()));

    assertThat(importFiles("tweets_2016-12-05.bz2", "--maxLineBytes=100000").code()).isZero();

    assertThat(ids("twitter/tweets", "id")).hasSize(40);
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT reason, source_line, octet_length(raw) FROM read_parquet('"
                    + archive.root()
                    + "/_rejected/**/*.parquet')"))
        .containsExactly(List.of("line_too_long", "41", "100000"));
  }

  @ParameterizedTest
  @CsvSource({
    "--from=2016-12-05T10:00Z, --to",
    "--date=2016-12-05, says the time of one file",
    "--fileLabel=a/b, The label of files",
    "--fileType=tweets, message or activity or tweet or compliance",
  })
  void whatMakesNoSenseIsRefused(String option, String said) throws Exception {
    write(TEN_MINUTES, Packed.GZIP.of(text(lines(Form.NATIVE, TEN, 1))));
    write("20161205_1010_activities.json.gz", Packed.GZIP.of(new byte[0]));

    Archive.Ending ending = importFiles("*.gz", option);

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains(said);
    assertThat(archive.root()).doesNotExist();
  }
}
