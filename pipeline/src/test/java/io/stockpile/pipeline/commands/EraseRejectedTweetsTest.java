package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing tweets that have no row because their lines were rejected. */
class EraseRejectedTweetsTest {
  private static final long KEPT = 805_000_000_000_000_001L;
  private static final long DELETED = 805_000_000_000_000_002L;

  private Archive archive;
  private Path directory;

  @BeforeEach
  void place(@TempDir Path place) {
    directory = place;
    archive = new Archive(place.resolve("archive"));
  }

  private static String tweet(long id, String year, String more) {
    return ("{\"created_at\":\"Mon Dec 05 10:03:00 +0000 %s\",\"id\":%d,\"id_str\":\"%d\","
            + "\"text\":\"words-of-%d end\",\"user\":{\"id\":7,\"id_str\":\"7\"}%s}")
        .formatted(year, id, id, id, more);
  }

  private void bringIn(List<String> lines, String... more) throws Exception {
    Path file = directory.resolve("tweets.json");
    Files.write(file, lines);
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(
        List.of(
            "--files=" + file,
            "--fileType=tweet",
            "--from=2016-12-05T10:00Z",
            "--to=2016-12-05T10:10Z",
            "--maxRejectedShare=1"));
    Archive.Ending ending = archive.run("import", words.toArray(new String[0]));
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertSomewhere("words-of-" + DELETED + " end");
  }

  private void assertSomewhere(String words) throws Exception {
    assertThat(EveryByte.of(archive).values()).anyMatch(text -> text.contains(words));
  }

  private void assertErased(String... more) throws Exception {
    Archive.Ending ending = archive.erase("tweet " + DELETED + "\n", more);

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    EveryByte.assertNowhere(archive, List.of("words-of-" + DELETED + " end"));
    assertSomewhere("words-of-" + KEPT + " end");
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }

  @Test
  void aTweetThatWasRejectedBesideOneThatWasNot() throws Exception {
    bringIn(List.of(tweet(KEPT, "2016", ""), tweet(DELETED, "1016", "")));

    assertErased();
  }

  @Test
  void tweetsThatWereAllRejected() throws Exception {
    bringIn(List.of(tweet(KEPT, "1016", ""), tweet(DELETED, "1016", "")));

    assertErased();
  }

  @Test
  void aRecordThatDoesNotShowWhoseItIs() throws Exception {
    bringIn(
        List.of(
            tweet(KEPT, "2016", ""),
            ("{\"id\":%d,\"user_id\":7,\"created_at\":\"1016\",\"words\":\"words-of-%d end\"}")
                .formatted(DELETED, DELETED)));

    assertErased();
  }

  @Test
  void aQuoteInTheRestOfALineThatWasCutOff() throws Exception {
    String pad = ",\"pad\":\"" + "x".repeat(5000) + "\"";
    String quoting = pad + ",\"quoted_status\":" + tweet(DELETED, "2016", "");
    bringIn(List.of(tweet(KEPT, "2016", quoting)), "--maxLineBytes=2000");

    assertErased("--maxLineBytes=2000", "--maxRejectedShare=1");
  }
}
