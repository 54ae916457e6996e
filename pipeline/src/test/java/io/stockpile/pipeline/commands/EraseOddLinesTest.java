package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing in units with unusual lines, and in units that were built in an unusual way. */
class EraseOddLinesTest {
  private static final String DAY = "2018-03-05";
  private static final String OF_DAY = " FROM TABLE(stocktwits/messages) ORDER BY id";

  private Archive archive;
  private Path directory;

  @BeforeEach
  void place(@TempDir Path place) {
    directory = place;
    archive = new Archive(place.resolve("archive"));
  }

  private static String message(long id, String more) {
    return message(id, DAY, more);
  }

  private static String message(long id, String day, String more) {
    return ("{\"object\":\"Message\",\"action\":\"create\",\"data\":{\"id\":%d,"
            + "\"body\":\"words-of-%d end\",\"created_at\":\"%sT10:00:00Z\","
            + "\"user\":{\"id\":9,\"username\":\"nine\"}%s},\"time\":\"%sT10:00:00Z\"}")
        .formatted(id, id, day, more, day);
  }

  private static String padded(String more) {
    return ",\"pad\":\"" + "x".repeat(5000) + "\"" + more;
  }

  private static String reshareOf(long id) {
    return (",\"reshare_message\":{\"message\":{\"id\":%d,\"body\":\"words-of-%d end\","
            + "\"user\":{\"id\":8,\"username\":\"eight\"}},\"reshared_count\":1}")
        .formatted(id, id);
  }

  private void bringIn(String day, List<String> lines, String... more) throws IOException {
    Path file = directory.resolve("stocktwits_messages_" + day.replace('-', '_'));
    Files.write(file, lines);
    List<String> words = new ArrayList<>(List.of("--files=" + file));
    words.addAll(List.of(more));
    Archive.Ending ending = archive.run("import", words.toArray(new String[0]));
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  private void assertGone(String words) throws Exception {
    EveryByte.assertNowhere(archive, List.of(words));
  }

  @Test
  void linesThatAreTooLongAreLookedThroughToTheirEndAndStayRejectedOtherwise() throws Exception {
    bringIn(
        DAY,
        List.of(
            message(1, padded("")),
            message(2, padded("")),
            message(3, padded(reshareOf(2))),
            message(4, "")),
        "--maxLineBytes=2000",
        "--maxRejectedShare=1");

    Archive.Ending ending = archive.erase("message 2\n", "--maxLineBytes=2000");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone("words-of-2 ");
    assertThat(archive.text("_manifests/firestream/message/" + DAY + ".json"))
        .contains("\"rejected\" : 2", "\"erased\" : 1");
    assertThat(EveryByte.of(archive).toString())
        .contains(
            message(1, padded("")),
            message(3, padded(",\"reshare_message\":{\"reshared_count\":1}")));
    assertThat(archive.run("verify").code()).isZero();

    bringIn(
        "2018-03-06",
        List.of(message(5, padded("")), message(6, ""), message(7, "")),
        "--maxLineBytes=2000");
    assertThat(DuckDb.query(archive.root(), "SELECT id" + OF_DAY))
        .containsExactly(List.of("4"), List.of("6"), List.of("7"));
  }

  @Test
  void rowsThatOtherSettingsWouldRejectAreNotLost() throws Exception {
    bringIn(
        DAY,
        List.of(message(1, ""), message(2, "2017-03-05", ""), message(3, reshareOf(4))),
        "--maxDateSkew=P400D");
    Map<String, byte[]> before = archive.contents();

    Archive.Ending refused = archive.erase("message 4\n");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out())
        .contains("date_out_of_range=1", "--maxDateSkew", "Nothing of it was changed or erased");
    before.forEach((file, content) -> assertThat(archive.read(file)).as(file).isEqualTo(content));

    Archive.Ending ending = archive.erase("message 4\n", "--maxDateSkew=P400D");
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone("words-of-4 ");
    assertThat(DuckDb.query(archive.root(), "SELECT id" + OF_DAY))
        .containsExactly(List.of("1"), List.of("2"), List.of("3"));
  }

  @Test
  void theSameIdsAgainChangeNothing() throws Exception {
    bringIn(DAY, List.of(message(1, ""), message(2, "")));
    assertThat(archive.erase("\ufeffmessage 2\r\n\r\n").code()).isZero();
    assertThat(archive.run("status").out()).contains("1 line of 1 unit was erased, as _erasures");
    assertGone("words-of-2 ");
    Map<String, byte[]> before = archive.contents();

    Archive later = new Archive(archive.root(), new AdvancingClock(Archive.NOW.plusSeconds(60)));
    Archive.Ending again =
        later.run("erase", "--ids=" + directory.resolve("ids.txt"), "--reason=asked for");

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(archive.contents().keySet()).isEqualTo(before.keySet());
    before.forEach((file, content) -> assertThat(archive.read(file)).as(file).isEqualTo(content));
  }

  private static String destroy(String data, String time) {
    return "{\"object\":\"Message\",\"action\":\"destroy\",\"data\":%s%s}".formatted(data, time);
  }

  @Test
  void deletionsThatNoTableTookCount() throws Exception {
    String time = ",\"time\":\"" + DAY + "T11:00:00Z\"";
    bringIn(
        DAY,
        List.of(
            message(1, ""),
            message(2, ""),
            message(3, ""),
            message(4, ""),
            message(5, ""),
            message(6, ""),
            "no JSON",
            "none either",
            destroy("{\"id\":\"1\"}", time),
            destroy("{\"id\":2}", ""),
            destroy("{\"id\":3}", ",\"time\":\"2038-01-01T00:00:00Z\""),
            destroy("{\"id\":4}", ",\"time\":\"soon\""),
            message(5, "2038-01-01", "")),
        "--maxRejectedShare=1");
    importTwitter(
        "compliance",
        List.of(
            "{\"delete\":{\"status\":{\"id\":6,\"id_str\":\"6\",\"user_id\":7},"
                + "\"timestamp_ms\":\"1432228155593\"}}",
            "{\"user_delete\":{\"id\":8,\"timestamp_ms\":\"1432228155593\"}}",
            "{\"user_protect\":{\"id\":9,\"timestamp_ms\":\"1520251200000\"}}"));

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out()).contains("4 messages, 1 tweet, 1 twitter-user to be gone");
    for (int id = 1; id <= 4; id++) {
      assertGone("words-of-" + id + " ");
    }
    assertThat(DuckDb.query(archive.root(), "SELECT id" + OF_DAY))
        .containsExactly(List.of("5"), List.of("6"));
  }

  @Test
  void anIdThatIsWrittenWithAPointOrAPowerOfTenIsTheSameId() throws Exception {
    String time = ",\"time\":\"" + DAY + "T11:00:00Z\"";
    bringIn(
        DAY,
        List.of(
            message(1, ""),
            message(55, "").replace("\"id\":55", "\"id\":55.0"),
            message(70, "").replace("\"id\":70", "\"id\":7e1"),
            message(2, reshareOf(60).replace("\"id\":60", "\"id\":6.0E1")),
            message(80, ""),
            destroy("{\"id\":8.0e1}", time)));

    Archive.Ending ending = archive.erase("message 55\nmessage 60\nmessage 70\n");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    for (int id : new int[] {55, 60, 70, 80}) {
      assertGone("words-of-" + id + " ");
    }
    assertThat(DuckDb.query(archive.root(), "SELECT id" + OF_DAY))
        .containsExactly(List.of("1"), List.of("2"));
    Archive.Ending proof = archive.run("verify", "--erased");
    assertThat(proof.code()).as(proof.out() + proof.err()).isZero();
  }

  @Test
  void deletionsOfTweetsAndUsersCountWhoseIdIsWrittenWithAPointOrAPowerOfTen() throws Exception {
    List<String> tweets = new ArrayList<>();
    for (int id = 1; id <= 4; id++) {
      tweets.add(
          ("{\"id\":%d,\"id_str\":\"%d\",\"created_at\":\"Mon Mar 05 10:03:00 +0000 2018\","
                  + "\"text\":\"words-of-%d end\",\"user\":{\"id\":%d0,\"id_str\":\"%d0\"}}")
              .formatted(id, id, id, id, id));
    }
    importTwitter("tweet", tweets);
    importTwitter(
        "compliance",
        List.of(
            "{\"delete\":{\"status\":{\"id\":1.0,\"user_id\":10},\"timestamp_ms\":\"1520244000000\"}}",
            "{\"verb\":\"delete\",\"object\":{\"id\":0.2e1},\"timestampMs\":\"2038-01-01T00:00:00Z\"}",
            "{\"user_delete\":{\"id\":3e1,\"timestamp_ms\":\"1520244000000\"}}"));

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.out()).contains("2 tweets, 1 twitter-user to be gone");
    for (int id = 1; id <= 3; id++) {
      assertGone("words-of-" + id + " ");
    }
    assertThat(DuckDb.query(archive.root(), "SELECT id FROM TABLE(twitter/tweets)"))
        .containsExactly(List.of("4"));
  }

  private void importTwitter(String type, List<String> lines) throws IOException {
    Archive.Ending ending = archive.importTwitter(type, LocalDate.parse(DAY), lines);
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  @Test
  void aUnitThatWasRemovedAndBroughtInAgainIsReadForDeletionsAgain() throws Exception {
    bringIn(DAY, List.of(message(1, ""), message(2, "")));
    assertThat(archive.erase("message 1\n").code()).isZero();
    Files.delete(directory.resolve("stocktwits_messages_" + DAY.replace('-', '_')));
    for (String file : archive.files()) {
      if (file.contains(DAY)) {
        Files.delete(archive.root().resolve(file));
      }
    }
    Archive later = new Archive(archive.root(), new AdvancingClock(Archive.NOW.plusSeconds(60)));
    archive = later;
    String destroyed = destroy("{\"id\":2}", ",\"time\":\"" + DAY + "T11:00:00Z\"");
    bringIn(DAY, List.of(message(2, "")));
    bringIn(DAY, List.of(message(2, ""), destroyed), "--onExisting=replace");
    assertThat(archive.text("_manifests/firestream/message/" + DAY + ".json"))
        .contains("\"generation\" : 2");

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone("words-of-2 ");
  }

  @Test
  void whatStandsOnlyInALineThatCameTwiceGoes() throws Exception {
    bringIn(DAY, List.of(message(1, ""), message(1, reshareOf(5)), message(2, "")));

    Archive.Ending plan = archive.erase("message 5\n", "--dryRun");
    assertThat(plan.out()).contains("1 row in 1 unit would go or change", "landed lines");
    Archive.Ending ending = archive.erase("message 5\n");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone("words-of-5 ");
    assertThat(DuckDb.query(archive.root(), "SELECT id" + OF_DAY))
        .containsExactly(List.of("1"), List.of("2"));
    Archive.Ending proof = archive.run("verify", "--erased");
    assertThat(proof.code()).as(proof.out() + proof.err()).isZero();
  }

  @Test
  void whatStandsOnlyInWhatWasCutOffARejectedLineGoes() throws Exception {
    bringIn(
        DAY,
        List.of(message(1, padded(reshareOf(5))), message(2, "")),
        "--maxLineBytes=2000",
        "--maxRejectedShare=1");

    Archive.Ending ending = archive.erase("message 5\n", "--maxLineBytes=2000");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone("words-of-5 ");
    assertThat(archive.run("verify", "--erased").code()).isZero();
    assertThat(archive.run("status").out()).doesNotContain("were erased");
  }

  @Test
  void aUnitThatIsBuiltAgainBecauseItsReplacementStoppedKeepsItsCountOfErasedLines()
      throws Exception {
    bringIn(DAY, List.of(message(1, ""), message(2, ""), message(3, reshareOf(2))));
    assertThat(archive.erase("message 2\n").code()).isZero();
    String manifest = archive.text("_manifests/firestream/message/" + DAY + ".json");
    Path mark = archive.root().resolve("_commits/firestream-message-" + DAY + ".json");
    Files.createDirectories(mark.getParent());
    Files.writeString(
        mark,
        """
        {"version":1,"state":"torn","by":"stopped","at":"2016-12-10T12:00:00Z",
         "manifest_key":"_manifests/firestream/message/%s.json","replaces":"","manifest":%s,
         "pending":[],"remove":[],"torn_before":false,"visible":[]}
        """
            .formatted(DAY, manifest));

    Archive.Ending ending = archive.run("derive", "--onExisting=skip");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    String original = manifest.replaceFirst("(?s).*(\"original_sha256\" : \"[0-9a-f]+\").*", "$1");
    assertThat(archive.text("_manifests/firestream/message/" + DAY + ".json"))
        .contains("\"generation\" : 3", "\"blank\" : 0", "\"erased\" : 1", original);
  }

  @Test
  void landedBytesThatAreGoneOrDamagedStopNoOtherUnit() throws Exception {
    List<String> twice = List.of(message(1, ""), message(1, reshareOf(5)), message(2, ""));
    bringIn(DAY, twice);
    Files.delete(landed(DAY));
    bringIn(
        "2018-03-06",
        List.of(message(3, "2018-03-06", ""), message(3, "2018-03-06", reshareOf(5))));
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(landed("2018-03-06")), 512)) {
      gzip.write("no end".getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Files.readAllBytes(landed("2018-03-06"));
    Files.write(landed("2018-03-06"), Arrays.copyOf(whole, whole.length - 4));
    bringIn("2018-03-07", List.of(message(5, "2018-03-07", "")));

    Archive.Ending ending = archive.erase("message 5\n");

    assertThat(ending.code()).as(ending.out() + ending.err()).isEqualTo(1);
    assertThat(ending.out())
        .contains("failed  firestream-message-2018-03-06: what was landed is damaged")
        .doesNotContain("failed  firestream-message-" + DAY);
    assertThat(archive.text("_manifests/firestream/message/2018-03-07.json"))
        .contains("\"rows\" : 0", "\"erased\" : 1");
  }

  private Path landed(String day) throws IOException {
    String name =
        archive.files().stream()
            .filter(file -> file.startsWith("_landing/") && file.contains(day))
            .findFirst()
            .orElseThrow();
    return archive.root().resolve(name);
  }
}
