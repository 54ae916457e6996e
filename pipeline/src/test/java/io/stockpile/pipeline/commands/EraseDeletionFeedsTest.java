package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedStockTwits;
import io.stockpile.simulated.data.PageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the REST API's lists of deletions name is erased from everything that was ever collected.
 */
class EraseDeletionFeedsTest {
  private static final String AAPL = "symbol/AAPL";
  private static final String DAY = "2016-12-09";

  private final AdvancingClock clock = new AdvancingClock(Instant.parse("2016-12-10T12:00:00Z"));
  private Path directory;
  private Archive archive;
  private SimulatedStockTwits api;
  private List<Long> ids;

  @BeforeEach
  void collectMessages(@TempDir Path place) throws IOException {
    directory = place;
    archive = new Archive(place.resolve("archive"), clock);
    archive.environment().put("STOCKTWITS_TOKEN", SimulatedStockTwits.TOKEN);
    api = SimulatedStockTwits.start(clock);
    ids = api.post(AAPL, 70);
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private Archive.Ending collect(String streams) {
    return archive.run("collect", "--streams=" + streams, "--apiUrl=" + api.url());
  }

  private void assertCollected(String streams) {
    Archive.Ending ending = collect(streams);
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  private long author(long id) {
    return api.message(AAPL, id).path("user").path("id").asLong();
  }

  private String name(long id) {
    return api.message(AAPL, id).path("user").path("username").asText();
  }

  private static String envelope(String object, String data) {
    return "{\"object\":\"%s\",\"action\":\"create\",\"data\":%s,\"time\":\"%sT10:00:01Z\"}"
        .formatted(object, data, DAY);
  }

  private static String message(long id, long user, String more) {
    return ("{\"id\":%d,\"body\":\"words-of-%d end\",\"created_at\":\"%sT10:00:00Z\","
            + "\"user\":{\"id\":%d,\"username\":\"name-of-%d\"}%s}")
        .formatted(id, id, DAY, user, user, more);
  }

  /**
   * Brings in ten messages of the user and of others, a message that embeds one of them, and the
   * activities of a day.
   */
  private Path bringIn(long user) throws IOException {
    List<String> messages = new ArrayList<>();
    for (int id = 1; id <= 10; id++) {
      messages.add(envelope("Message", message(id, id % 3 == 0 ? user : 990_000 + id, "")));
    }
    String reshare = ",\"reshare_message\":{\"message\":%s,\"reshared_count\":1}";
    messages.add(
        envelope("Message", message(11, 990_001, reshare.formatted(message(3, user, "")))));
    Path files = Files.createDirectories(directory.resolve("files"));
    Files.write(files.resolve("stocktwits_messages_2016_12_09"), messages);
    String sides = "{\"user_id\":%d,\"target_user_id\":%d}";
    String like = "{\"user_id\":990002,\"message\":%s}";
    Files.write(
        files.resolve("stocktwits_activity_2016_12_09"),
        List.of(
            envelope("Friendship", sides.formatted(user, 990_001)),
            envelope("Friendship", sides.formatted(990_001, 990_002)),
            envelope("Block", sides.formatted(990_002, user)),
            envelope("LikeMessage", like.formatted(message(3, user, "")))));
    assertImported(files);
    return files;
  }

  private void assertImported(Path files, String... more) {
    for (String type : List.of("message", "activity")) {
      List<String> words =
          new ArrayList<>(List.of("--files=" + files + "/*" + type + "*", "--fileType=" + type));
      words.addAll(List.of(more));
      Archive.Ending ending = archive.run("import", words.toArray(new String[0]));
      assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    }
  }

  private void assertGone(Set<String> texts) throws Exception {
    EveryByte.assertNowhere(archive, texts);
    Archive.Ending proof = archive.run("verify", "--erased");
    assertThat(proof.code()).as(proof.out() + proof.err()).isZero();
  }

  private List<List<String>> query(String sql) throws Exception {
    return DuckDb.query(archive.root(), sql);
  }

  @Test
  void ofADeletedUserNothingIsLeftAndOfDeletedMessagesNoCopy() throws Exception {
    long user = author(ids.get(20));
    String name = name(ids.get(20));
    long deleted = ids.get(60);
    long sharesUser = api.reshare(AAPL, ids.get(20));
    long sharesMessage = api.reshare(AAPL, deleted);
    Path files = bringIn(user);
    assertCollected(AAPL);
    Set<String> texts = new TreeSet<>(List.of("name-of-" + user, "\"" + name + "\""));
    List.of(3, 6, 9).forEach(id -> texts.add("words-of-" + id + " "));
    assertThat(EveryByte.of(archive).toString()).contains(texts);
    List<Long> messages = new ArrayList<>(List.of(deleted));
    messages.addAll(ids.subList(0, 14));
    messages.addAll(ids.subList(30, 50));
    messages.remove(ids.get(20));
    for (long id : messages) {
      texts.add("\"id\":" + id + ",\"body\"");
      api.delete(id);
    }
    api.deleteUser(user);
    api.script(Fault.none(), Fault.status(503, "busy"), Fault.dropped(), Fault.closeAfter(300));
    assertCollected("deletions/messages,deletions/users");
    assertThat(
            query("SELECT kind, count(*) FROM TABLE(stocktwits/deletions) GROUP BY 1 ORDER BY 1"))
        .containsExactly(List.of("message", String.valueOf(messages.size())), List.of("user", "1"));

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out()).contains(messages.size() + " messages, 1 stocktwits-user to be gone");
    assertGone(texts);
    assertThat(
            query(
                "SELECT id, reshare_message.message.id FROM TABLE(stocktwits/observed_messages)"
                    + " WHERE id IN (%d, %d) ORDER BY id".formatted(sharesUser, sharesMessage)))
        .containsExactly(
            List.of(String.valueOf(sharesUser), "null"),
            List.of(String.valueOf(sharesMessage), "null"));
    assertThat(query("SELECT id FROM TABLE(stocktwits/messages) ORDER BY id"))
        .extracting(row -> row.get(0))
        .containsExactly("1", "2", "4", "5", "7", "8", "10", "11");
    assertThat(query("SELECT count(*) FROM TABLE(stocktwits/friendships)"))
        .containsExactly(List.of("1"));
    assertThat(query("SELECT user_id FROM TABLE(stocktwits/deletions) WHERE kind = 'user'"))
        .containsExactly(List.of(String.valueOf(user)));

    assertImported(files, "--onExisting=replace");
    assertGone(texts);
    assertThat(archive.run("derive", "--onExisting=replace").code()).isZero();
    assertGone(texts);
    clock.move(Duration.ofHours(1));
    assertCollected(AAPL + ",deletions/messages,deletions/users");
    assertGone(texts);
  }

  @ParameterizedTest
  @EnumSource(
      value = PageFault.class,
      names = {"IDS_AS_TEXT", "UNDATED"})
  void deletionsThatNoColumnTakesCountAllTheSame(PageFault fault) throws Exception {
    long user = author(ids.get(20));
    long deleted = ids.get(60);
    bringIn(user);
    assertCollected(AAPL);
    api.delete(deleted);
    api.deleteUser(user);
    api.scriptPages(fault, fault);
    Archive.Ending collected =
        archive.run(
            "collect",
            "--streams=deletions/messages,deletions/users",
            "--maxRejectedShare=1",
            "--apiUrl=" + api.url());
    assertThat(collected.code()).as(collected.out() + collected.err()).isZero();

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.out()).contains("1 message, 1 stocktwits-user to be gone");
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone(Set.of("name-of-" + user, "\"id\":" + deleted + ",\"body\""));
  }

  @Test
  void aListThatIsCutShortErasesWhatItHasNamedAndTheRestWithTheNext() throws Exception {
    assertCollected(AAPL);
    ids.subList(0, 45).forEach(api::delete);
    api.scriptPages(PageFault.NONE, PageFault.OUT_OF_ORDER);
    assertThat(collect("deletions/messages").code()).isEqualTo(1);

    assertThat(archive.run("erase").out()).contains("30 messages to be gone");
    assertCollected("deletions/messages");
    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out()).contains("45 messages to be gone, of which 15 messages new");
    Set<String> texts = new TreeSet<>();
    ids.subList(0, 45).forEach(id -> texts.add("\"id\":" + id + ",\"body\""));
    assertGone(texts);
  }
}
