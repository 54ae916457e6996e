package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasing records whose ids are written twice, differently, or in an unusual form. */
class EraseOddIdsTest {
  private Archive archive;
  private Path directory;

  @BeforeEach
  void place(@TempDir Path place) {
    directory = place;
    archive = new Archive(place.resolve("archive"));
  }

  /** A tweet whose members with ids are given as JSON. */
  private static String tweet(String ids, String words, String user, String more) {
    return ("{%s,\"created_at\":\"Mon Mar 05 10:03:00 +0000 2018\",\"text\":\"%s end\","
            + "\"user\":{%s,\"screen_name\":\"someone\"}%s}")
        .formatted(ids, words, user, more);
  }

  private static String ids(String number, String text) {
    return "\"id\":" + number + ",\"id_str\":\"" + text + "\"";
  }

  private void bringIn(String type, List<String> lines) throws Exception {
    Archive.Ending ending = archive.importTwitter(type, LocalDate.of(2018, 3, 5), lines);
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  private void bringInMessages(List<String> lines) throws Exception {
    Path file = Files.write(directory.resolve("stocktwits_messages_2018_03_05"), lines);
    Archive.Ending ending = archive.run("import", "--files=" + file, "--maxRejectedShare=1");
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  private Path tweetsFile() {
    return archive
        .root()
        .resolve(
            archive.files().stream()
                .filter(file -> file.startsWith("twitter/tweets/"))
                .findFirst()
                .orElseThrow());
  }

  private void assertErased(String ids) throws Exception {
    Archive.Ending ending = archive.erase(ids);
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertNothingLeft();
  }

  private void assertNothingLeft() {
    Archive.Ending proof = archive.run("verify", "--erased");
    assertThat(proof.code()).as(proof.out() + proof.err()).isZero();
  }

  private List<List<String>> tweets() throws Exception {
    return DuckDb.query(archive.root(), "SELECT id FROM TABLE(twitter/tweets) ORDER BY id");
  }

  @Test
  void aNumberThatWasRoundedIsNotTheIdOfTheTweet() throws Exception {
    String quoted = tweet(ids("500", "501"), "words-of-501", ids("50", "51"), "");
    bringIn(
        "tweet",
        List.of(
            tweet(ids("600", "608"), "words-of-608", ids("70", "71"), ""),
            tweet(ids("610", "610"), "words-of-610", ids("72", "72"), ",\"more\":" + quoted),
            tweet(
                ids("620", "620"),
                "words-of-620",
                ids("73", "73"),
                ",\"quoted_status\":" + quoted)));

    assertErased("tweet 600\ntweet 500\ntwitter-user 70\ntwitter-user 50\n");

    assertThat(tweets()).containsExactly(List.of("608"), List.of("610"), List.of("620"));
    assertThat(EveryByte.of(archive).toString()).contains("words-of-608 end", "words-of-501 end");
    assertThat(archive.run("erase").out()).contains("0 of 1 unit");

    assertErased("tweet 608\ntwitter-user 51\n");

    assertThat(tweets()).containsExactly(List.of("610"), List.of("620"));
    EveryByte.assertNowhere(archive, List.of("words-of-608 end", "words-of-501 end"));
  }

  @Test
  void whatVerifyFindsInATableThatWasNotBuiltOfItsLineIsStillReported() throws Exception {
    String quoted = tweet(ids("501", "501"), "words-of-501", ids("51", "51"), "");
    bringIn(
        "tweet",
        List.of(tweet(ids("610", "610"), "words-of-610", ids("72", "72"), ",\"more\":" + quoted)));
    byte[] before = Files.readAllBytes(tweetsFile());
    assertErased("tweet 501\n");
    Files.write(tweetsFile(), before);

    Archive.Ending proof = archive.run("verify", "--erased");

    assertThat(proof.code()).isEqualTo(5);
    assertThat(proof.out()).contains("1 row still has what is to be gone");
  }

  @Test
  void aNameThatIsRepeatedCountsWithEachOfItsValues() throws Exception {
    String message =
        "{\"id\":1,\"body\":\"words-of-1 end\",\"created_at\":\"2018-03-05T10:00:00Z\","
            + "\"user\":{\"id\":8,\"id\":9,\"username\":\"name-of-9\"}}";
    bringInMessages(
        List.of(
            message,
            message
                .replace(":1,", ":2,")
                .replace("-1 ", "-2 ")
                .replace("\"id\":8,\"id\":9", "\"id\":7")));

    assertErased("stocktwits-user 9\n");

    EveryByte.assertNowhere(archive, List.of("words-of-1 end"));
    assertThat(EveryByte.of(archive).toString()).contains("words-of-2 end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tag:search.twitter.com,2005:123",
        "https://twitter.com/x/status/123",
        "https:\\/\\/twitter.com\\/x\\/status\\/123"
      })
  void aTweetWhoseTextOfTheIdIsATagOrAnAddressIsFoundByIt(String text) throws Exception {
    String odd = tweet(ids("999", text), "words-of-123", ids("70", "70"), "");
    bringIn(
        "tweet",
        List.of(
            odd,
            tweet("\"id_str\":\"" + text + "\"", "words-of-123", ids("70", "70"), ""),
            tweet(ids("5", "5"), "words-of-5", ids("71", "71"), ",\"quoted_status\":" + odd),
            tweet(ids("6", "6"), "words-of-6", ids("72", "72"), ",\"retweeted_status\":" + odd),
            tweet(ids("7", "7"), "words-of-7", ids("73", "73"), ",\"more\":[" + odd + "]")));

    assertErased("tweet 123\n");

    EveryByte.assertNowhere(archive, List.of("words-of-123 end"));
    assertThat(tweets()).containsExactly(List.of("5"), List.of("7"));
    assertThat(archive.run("erase").out()).contains("0 of 1 unit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tag:search.twitter.com,2005:123", "no id", "0123"})
  void aTweetWhoseTextOfTheIdNoColumnTakesIsFoundByItsNumberToo(String text) throws Exception {
    String odd = tweet(ids("999", text), "words-of-999", ids("70", text), "");
    bringIn(
        "tweet",
        List.of(
            odd,
            tweet(ids("5", "5"), "words-of-5", ids("71", "71"), ",\"quoted_status\":" + odd),
            tweet(ids("7", "7"), "words-of-999", ids("70", text), "")));

    assertErased("tweet 999\ntwitter-user 70\n");

    EveryByte.assertNowhere(archive, List.of("words-of-999 end"));
    assertThat(tweets()).containsExactly(List.of("5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"delete\":%s,\"x\":1}",
        "{\"x\":{\"y\":[1]},\"delete\":%s}",
        "{\"delete\":%s,\"text\":\"words-of-5 end\"}",
        "{\"user_protect\":{\"id\":8},\"delete\":%s}"
      })
  void aDeletionWithOtherMembersBesideItCounts(String line) throws Exception {
    String status =
        "{\"status\":{\"id\":5,\"id_str\":\"5\",\"user_id\":71,\"text\":\"words-of-5 end\"}%s}";
    String time = ",\"timestamp_ms\":\"1520244000000\"";
    bringIn(
        "tweet",
        List.of(
            tweet(ids("5", "5"), "words-of-5", ids("71", "71"), ""),
            tweet(ids("6", "6"), "words-of-6", ids("71", "71"), "")));
    bringIn("compliance", List.of(line.formatted(status.formatted(time))));

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out()).contains("1 tweet to be gone");
    assertNothingLeft();
    EveryByte.assertNowhere(archive, List.of("words-of-5 end"));
    assertThat(tweets()).containsExactly(List.of("6"));
    assertThat(EveryByte.of(archive).toString()).contains("\"id_str\":\"5\",\"user_id\":71");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s%s", "%s, %s{\"object\":\"Mess", "[%s,%s]", "%s\u0000", "%s{%s"})
  void deletionsInALineOfSeveralRecordsCount(String line) throws Exception {
    String time = "\"time\":\"2018-03-05T11:00:00Z\"}";
    String destroy = "{\"object\":\"Message\",\"action\":\"destroy\",\"data\":{\"id\":%d},";
    String message =
        "{\"id\":%d,\"body\":\"words-of-%d end\",\"created_at\":\"2018-03-05T10:00:00Z\","
            + "\"user\":{\"id\":7,\"username\":\"someone\"}}";
    bringInMessages(
        List.of(
            message.formatted(5, 5),
            message.formatted(6, 6),
            message.formatted(7, 7),
            line.formatted(destroy.formatted(5) + time, destroy.formatted(6) + time)));
    boolean both = line.lastIndexOf("%s") > 0 && !line.equals("%s{%s");

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.out()).contains((both ? "2 messages" : "1 message") + " to be gone");
    assertNothingLeft();
    EveryByte.assertNowhere(archive, List.of("words-of-5 end"));
    assertThat(EveryByte.of(archive).toString().contains("words-of-6 end")).isNotEqualTo(both);
    assertThat(EveryByte.of(archive).toString()).contains("words-of-7 end");
  }

  @Test
  void aDeletionThatCarriesTextThatIsNoUtf8Counts() throws Exception {
    String message =
        "{\"id\":%d,\"body\":\"words-of-%d end\",\"created_at\":\"2018-03-05T10:00:00Z\","
            + "\"user\":{\"id\":7,\"username\":\"someone\"}}";
    String destroy =
        "{\"object\":\"Message\",\"action\":\"destroy\",\"data\":{\"id\":5,\"body\":\"\u00ff\"},"
            + "\"time\":\"2018-03-05T11:00:00Z\"}";
    Path file = directory.resolve("stocktwits_messages_2018_03_05");
    Files.write(
        file,
        List.of(message.formatted(5, 5), message.formatted(6, 6), destroy),
        StandardCharsets.ISO_8859_1);
    Archive.Ending brought = archive.run("import", "--files=" + file, "--maxRejectedShare=1");
    assertThat(brought.out()).contains("invalid_utf8=1");

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.out()).contains("1 message to be gone");
    assertNothingLeft();
    EveryByte.assertNowhere(archive, List.of("words-of-5 end"));
    assertThat(EveryByte.of(archive).toString()).contains("words-of-6 end");
  }
}
