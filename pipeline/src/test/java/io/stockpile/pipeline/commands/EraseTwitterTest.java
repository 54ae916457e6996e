package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasing tweets of both formats by compliance events of both versions. */
class EraseTwitterTest {
  private static final long FIRST = 805_000_000_000_000_000L;
  private static final int COUNT = 120;
  private static final long DELETED_BY_V2 = FIRST + 10;
  private static final long DELETED_BY_V1 = FIRST + 11;
  private static final long DELETED_UNTIMED = FIRST + 12;
  private static final long GONE_USER = 5001;
  private static final long UNDELETED_USER = 5002;
  private static final long PROTECTED_USER = 5003;
  private static final long SCRUBBED_USER = 5004;
  private static final String MINUTES = "--from=2016-12-05T10:00Z";

  private Path directory;
  private Archive archive;

  @BeforeEach
  void fill(@TempDir Path place) throws IOException {
    directory = place;
    archive = new Archive(place.resolve("archive"));
    importFile("tweets.json", "tweet", tweets());
    importFile("compliance.json", "compliance", events());
  }

  @ParameterizedTest
  @ValueSource(strings = {"status/%d", "status/%d?s=20", "statuses/%d/photo/1", "status\\/%d#m"})
  void whatWasReadOffAPageThatALinkLeadsToGoesToo(String page) throws Exception {
    String link = "https://twitter.com/name/" + page.formatted(DELETED_BY_V2);
    String unwound = "{\"url\":\"%s\",\"title\":\"%s\"}".formatted(link, words(DELETED_BY_V2));
    String url = "{\"url\":\"t\",\"expanded_url\":\"%s\",\"unwound\":%s}".formatted(link, unwound);
    Path file = directory.resolve("linking.json");
    Files.writeString(
        file, tweet(FIRST + 5000, 6001, ",\"entities\":{\"urls\":[" + url + "]}") + "\r\n");
    Archive.Ending ending =
        archive.run(
            "import",
            "--files=" + file,
            "--fileType=tweet",
            "--from=2016-12-05T11:00Z",
            "--to=2016-12-05T11:10Z");
    assertThat(ending.code()).as(ending.out()).isZero();

    assertThat(archive.run("erase").code()).isZero();

    assertGone(deletedTexts());
    assertThat(archive.run("verify", "--erased").code()).isZero();
    assertThat(tweetsOf(6001)).hasSize(1);
  }

  private void importFile(String name, String type, List<String> lines) throws IOException {
    Path file = directory.resolve(name);
    Files.write(file, (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    Archive.Ending ending =
        archive.run(
            "import",
            "--files=" + file,
            "--fileType=" + type,
            MINUTES,
            "--to=2016-12-05T10:10Z",
            "--onExisting=replace");
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  private static long user(long number) {
    return 5000 + number % 9;
  }

  private static String words(long id) {
    return "words-of-" + id + " end";
  }

  private static String streams(long id, long user, String more) {
    return ("{\"id\":\"tag:search.twitter.com,2005:%d\",\"objectType\":\"activity\","
            + "\"actor\":{\"id\":\"id:twitter.com:%d\",\"preferredUsername\":\"name-of-%d\"},"
            + "\"verb\":\"post\",\"postedTime\":\"2016-12-05T10:01:00.000Z\",\"body\":\"%s\","
            + "\"object\":{\"objectType\":\"note\",\"summary\":\"%s\","
            + "\"id\":\"object:search.twitter.com,2005:%d\"}%s}")
        .formatted(id, user, user, words(id), words(id), id, more);
  }

  private static String shared(long id, long user, long original) {
    return ("{\"id\":\"tag:search.twitter.com,2005:%d\",\"objectType\":\"activity\","
            + "\"actor\":{\"id\":\"id:twitter.com:%d\",\"preferredUsername\":\"name-of-%d\"},"
            + "\"verb\":\"share\",\"postedTime\":\"2016-12-05T10:02:00.000Z\","
            + "\"body\":\"RT %s\",\"object\":%s}")
        .formatted(id, user, user, words(original), streams(original, user(original - FIRST), ""));
  }

  private static String tweet(long id, long user, String more) {
    return ("{\"created_at\":\"Mon Dec 05 10:03:00 +0000 2016\",\"id\":%d,\"id_str\":\"%d\","
            + "\"text\":\"%s\",\"user\":{\"id\":%d,\"id_str\":\"%d\","
            + "\"screen_name\":\"name-of-%d\"}%s}")
        .formatted(id, id, words(id), user, user, user, more);
  }

  private static String place(long id) {
    return ",\"geo\":{\"type\":\"Point\",\"coordinates\":[1.5,2.5]},\"place\":{\"id\":\"p\","
        + "\"full_name\":\"place-of-"
        + id
        + " end\"}";
  }

  /** Tweets of both formats: plain ones, retweets, quotes, and nested quotes. */
  private static List<String> tweets() {
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < COUNT; number++) {
      long id = FIRST + number;
      long user = user(number);
      long other = FIRST + 10 + number % 4;
      String original = tweet(other, user(other - FIRST), place(other));
      lines.add(
          switch (number < 20 ? number % 2 : number % 6) {
            case 0 -> tweet(id, user, place(id));
            case 1 -> streams(id, user, "");
            case 2 -> shared(id, user, other);
            case 3 -> tweet(id, user, ",\"retweeted_status\":" + original);
            case 4 ->
                tweet(
                    id,
                    user,
                    ",\"is_quote_status\":true,\"quoted_status_id\":%d,\"quoted_status\":%s"
                        .formatted(other, original));
            default ->
                tweet(
                    id,
                    user,
                    ",\"retweeted_status\":"
                        + tweet(
                            FIRST + 1000 + number,
                            6001,
                            ",\"quoted_status_id\":" + other + ",\"quoted_status\":" + original));
          });
    }
    return lines;
  }

  private static List<String> events() {
    return List.of(
        ("{\"delete\":{\"status\":{\"id\":%d,\"id_str\":\"%d\",\"user_id\":5},\"timestamp_ms\":"
                + "\"1480932300000\"}}")
            .formatted(DELETED_BY_V2, DELETED_BY_V2),
        "{\"delete\":{\"status\":{\"id\":%d,\"id_str\":\"%d\",\"user_id\":5}}}"
            .formatted(DELETED_UNTIMED, DELETED_UNTIMED),
        ("{\"objectType\":\"activity\",\"verb\":\"delete\",\"object\":{\"id\":"
                + "\"tag:search.twitter.com,2005:%d\"},\"actor\":{\"id\":\"id:twitter.com:5\"},"
                + "\"timestampMs\":\"2016-12-05T10:05:18.944+00:00\"}")
            .formatted(DELETED_BY_V1),
        user("user_delete", GONE_USER, 300),
        user("user_undelete", UNDELETED_USER, 301),
        user("user_delete", UNDELETED_USER, 300),
        user("user_protect", PROTECTED_USER, 300),
        ("{\"scrub_geo\":{\"user_id\":%d,\"user_id_str\":\"%d\",\"up_to_status_id\":%d,"
                + "\"up_to_status_id_str\":\"%d\",\"timestamp_ms\":\"1480932300000\"}}")
            .formatted(SCRUBBED_USER, SCRUBBED_USER, FIRST + 60, FIRST + 60));
  }

  private static String user(String event, long user, int second) {
    return "{\"%s\":{\"id\":%d,\"timestamp_ms\":\"1480932%d000\"}}".formatted(event, user, second);
  }

  private void assertGone(TreeSet<String> texts) throws IOException, SQLException {
    EveryByte.assertNowhere(archive, texts);
  }

  private static TreeSet<String> deletedTexts() {
    TreeSet<String> texts = new TreeSet<>();
    for (long id : new long[] {DELETED_BY_V1, DELETED_BY_V2, DELETED_UNTIMED}) {
      texts.add(words(id));
      texts.add("place-of-" + id + " end");
    }
    for (int number = 0; number < COUNT; number++) {
      if (user(number) == GONE_USER) {
        texts.add(words(FIRST + number));
      }
      if (user(number) == SCRUBBED_USER && number <= 60) {
        texts.add("place-of-" + (FIRST + number) + " end");
      }
    }
    texts.add("name-of-" + GONE_USER);
    return texts;
  }

  private List<List<String>> tweetsOf(long user) throws SQLException {
    return DuckDb.query(
        archive.root(),
        "SELECT id, source_line, text, extra FROM TABLE(twitter/tweets) WHERE \"user\".id = "
            + user
            + " AND retweeted_status IS NULL AND quoted_status IS NULL ORDER BY id");
  }

  @Test
  void whatComplianceEventsDeleteLeavesEveryByte() throws Exception {
    List<List<String>> undeleted = tweetsOf(UNDELETED_USER);
    List<List<String>> hidden = tweetsOf(PROTECTED_USER);
    assertThat(undeleted).isNotEmpty();

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone(deletedTexts());
    assertThat(tweetsOf(UNDELETED_USER))
        .allMatch(row -> undeleted.contains(row))
        .hasSizeGreaterThan(undeleted.size() - 3);
    assertThat(tweetsOf(PROTECTED_USER)).hasSizeGreaterThan(hidden.size() - 3);
    assertThat(tweetsOf(GONE_USER)).isEmpty();
    assertThat(archive.run("verify", "--erased").code()).isZero();
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*) FROM TABLE(twitter/compliance_events) WHERE event LIKE '%delete'"))
        .containsExactly(List.of("6"));

    Map<String, byte[]> before = archive.contents();
    assertThat(archive.run("erase").code()).isZero();
    assertThat(archive.contents().keySet()).isEqualTo(before.keySet());

    importFile("tweets.json", "tweet", tweets());
    assertGone(deletedTexts());
    assertThat(archive.run("derive").code()).isZero();
    assertGone(deletedTexts());
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }

  @Test
  void theQueryOfThePageHidesWhoIsProtectedForNow() throws Exception {
    String page = Files.readString(Path.of("../src/site/erase.md"));
    String sql = page.substring(page.indexOf("```sql") + 6);
    sql =
        sql.substring(0, sql.indexOf("```"))
            .replace("FROM tweets", "FROM TABLE(twitter/tweets)")
            .replace("FROM compliance_events", "FROM TABLE(twitter/compliance_events)")
            .replace("t.*", "DISTINCT t.\"user\".id")
            .replace(";", " ORDER BY 1");

    List<String> shown = DuckDb.query(archive.root(), sql).stream().map(row -> row.get(0)).toList();

    assertThat(shown)
        .contains(String.valueOf(UNDELETED_USER), String.valueOf(SCRUBBED_USER))
        .doesNotContain(String.valueOf(PROTECTED_USER), String.valueOf(GONE_USER));
  }

  @Test
  void whatCanBeTakenBackGoesOnlyWhenAskedForAndComesAgainWhenItIs() throws Exception {
    assertThat(archive.run("erase").code()).isZero();
    assertThat(tweetsOf(PROTECTED_USER)).isNotEmpty();

    assertThat(archive.run("erase", "--alsoErase=protected").code()).isZero();
    assertThat(tweetsOf(PROTECTED_USER)).isEmpty();
    assertGone(new TreeSet<>(Arrays.asList("name-of-" + PROTECTED_USER)));
    importFile("tweets.json", "tweet", tweets());
    assertThat(tweetsOf(PROTECTED_USER)).isEmpty();

    List<String> events = new ArrayList<>(events());
    events.add(user("user_unprotect", PROTECTED_USER, 400));
    importFile("compliance.json", "compliance", events);
    Archive.Ending ending = archive.run("erase");
    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("1 twitter-user taken back", "--onExisting=replace");
    assertThat(tweetsOf(PROTECTED_USER)).isEmpty();

    importFile("tweets.json", "tweet", tweets());
    assertThat(tweetsOf(PROTECTED_USER)).isNotEmpty();
    assertGone(deletedTexts());
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }
}
