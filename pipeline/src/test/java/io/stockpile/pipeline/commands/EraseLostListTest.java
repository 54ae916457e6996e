package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of ids to erase is damaged. */
class EraseLostListTest {
  private static final String DAY = "2018-03-05";

  private Archive archive;
  private Path directory;
  private Path days;

  @BeforeEach
  void eraseTwo(@TempDir Path place) throws IOException {
    directory = place;
    archive = new Archive(place.resolve("archive"));
    days = directory.resolve("stocktwits_messages_2018_03_05");
    String destroyed =
        "{\"object\":\"Message\",\"action\":\"destroy\",\"data\":{\"id\":1},\"time\":\"%sT11:00:00Z\"}";
    Files.write(days, List.of(message(1), message(2), message(3), destroyed.formatted(DAY)));
    assertThat(archive.run("import", "--files=" + days).code()).isZero();
    Archive.Ending ending = archive.erase("message 2\n");
    assertThat(ending.out()).contains("2 messages to be gone");
    assertThat(ending.code()).isZero();
  }

  private static String message(long id) {
    return ("{\"object\":\"Message\",\"action\":\"create\",\"data\":{\"id\":%d,"
            + "\"body\":\"words-of-%d end\",\"created_at\":\"%sT10:00:00Z\","
            + "\"user\":{\"id\":9}},\"time\":\"%sT10:00:00Z\"}")
        .formatted(id, id, DAY, DAY);
  }

  private Path list() {
    return archive.root().resolve("_tombstones");
  }

  private void cut(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  private Path listFile() {
    return archive.files().stream()
        .filter(file -> file.matches("_tombstones/1-.*\\.parquet"))
        .map(archive.root()::resolve)
        .findFirst()
        .orElseThrow();
  }

  private void assertNothingGoesOn(String what) throws IOException {
    Map<String, byte[]> before = archive.contents();
    Archive.Ending ending = archive.run("erase");
    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .contains(what, "from a backup", "'asked'", "--alsoErase", "'When the list is lost'");
    Archive.Ending brought = archive.run("import", "--files=" + days, "--onExisting=replace");
    assertThat(brought.code()).isEqualTo(1);
    assertThat(brought.out()).contains(what, "'When the list is lost'");
    Archive.Ending proof = archive.run("verify", "--erased");
    assertThat(proof.code()).isEqualTo(1);
    assertThat(proof.err()).contains(what);
    assertThat(archive.contents().keySet()).isEqualTo(before.keySet());
  }

  @Test
  void whatThePageSaysBringsTheIdsBackFromTheListWhenTheIndexIsCut() throws Exception {
    cut(list().resolve("current.json"));
    assertNothingGoesOn("_tombstones/current.json cannot be read");
    Archive.Ending status = archive.run("status");
    assertThat(status.code()).isZero();
    assertThat(status.out())
        .contains("complete", "_tombstones/current.json cannot be read", "'When the list is lost'");

    String page = Files.readString(Path.of("../src/site/erase.md"));
    String sql = page.substring(page.indexOf("SELECT kind || ' '"));
    sql =
        sql.substring(0, sql.indexOf(';'))
            .replace("archive/_tombstones/12-….parquet", listFile().toString());
    List<List<String>> ids = DuckDb.query(archive.root(), sql);
    assertThat(ids).containsExactly(List.of("message 2"));
    Files.move(list(), directory.resolve("aside"));

    archive = new Archive(archive.root(), new AdvancingClock(Archive.NOW.plusSeconds(60)));
    Archive.Ending again = archive.erase(ids.get(0).get(0) + "\n");
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("2 messages to be gone");
    Archive.Ending brought = archive.run("import", "--files=" + days, "--onExisting=replace");
    assertThat(brought.code()).as(brought.out() + brought.err()).isZero();
    for (Map.Entry<String, String> file : EveryByte.of(archive).entrySet()) {
      assertThat(file.getValue()).doesNotContain("words-of-1 ", "words-of-2 ");
    }
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }

  @Test
  void aListThatIsGoneOrCutIsNamed() throws IOException {
    Path file = listFile();
    String name = archive.root().relativize(file).toString();
    cut(file);
    assertNothingGoesOn(name + " is gone, or not what was written");
    Files.delete(file);
    assertNothingGoesOn(name + " is gone, or not what was written");
  }

  @Test
  void anIndexOfALaterVersionIsNotTakenForDamage() throws IOException {
    Path index = list().resolve("current.json");
    String json = Files.readString(index, StandardCharsets.UTF_8);
    Files.writeString(index, json.replace("\"version\" : 1", "\"version\" : 7"));

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("it has version 7").doesNotContain("backup");
  }
}
