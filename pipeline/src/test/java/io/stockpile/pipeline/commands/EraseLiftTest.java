package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids that were asked for by mistake. */
class EraseLiftTest {
  private static final String DAY = "2018-03-05";

  private final AdvancingClock clock = new AdvancingClock(Archive.NOW);
  private Path directory;
  private Archive archive;
  private Path day;

  @BeforeEach
  void bringIn(@TempDir Path place) throws IOException {
    directory = place;
    archive = new Archive(place.resolve("archive"), clock);
    day = place.resolve("stocktwits_messages_2018_03_05");
    Files.write(
        day,
        List.of(
            line("create", message(1)),
            line("create", message(2)),
            line("create", message(3)),
            line("create", message(4)),
            line("destroy", "{\"id\":3}")));
    assertThat(archive.run("import", "--files=" + day).code()).isZero();
  }

  private static String message(long id) {
    return "{\"id\":%d,\"body\":\"b\",\"created_at\":\"%sT10:00:00Z\",\"user\":{\"id\":9}}"
        .formatted(id, DAY);
  }

  private static String line(String action, String data) {
    return "{\"object\":\"Message\",\"action\":\"%s\",\"data\":%s,\"time\":\"%sT10:00:00Z\"}"
        .formatted(action, data, DAY);
  }

  private Archive.Ending erase(String ids, String reason) throws IOException {
    clock.move(Duration.ofMinutes(1));
    Path file = directory.resolve("ids.txt");
    Files.writeString(file, ids);
    return archive.run("erase", "--ids=" + file, "--reason=" + reason);
  }

  private List<String> held() throws SQLException {
    return DuckDb.query(archive.root(), "SELECT id FROM TABLE(stocktwits/messages) ORDER BY id")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  private void assertBroughtInAgain(String... ids) throws SQLException {
    Archive.Ending brought = archive.run("import", "--files=" + day, "--onExisting=replace");
    assertThat(brought.code()).as(brought.out() + brought.err()).isZero();
    assertThat(held()).containsExactly(ids);
    Archive.Ending proof = archive.run("verify", "--erased");
    assertThat(proof.code()).as(proof.out() + proof.err()).isZero();
  }

  private String newestLedger() {
    List<String> ledgers =
        archive.files().stream().filter(file -> file.startsWith("_erasures/")).toList();
    return archive.text(ledgers.get(ledgers.size() - 1));
  }

  @Test
  void whatWasListedByMistakeCanBeBroughtInAgainAndAskedForAgain() throws Exception {
    assertThat(erase("message 1\nmessage 2\n", "letter").code()).isZero();
    assertBroughtInAgain("4");

    Archive.Ending lifted = erase("lift message 2\n", "the letter meant 1 alone");

    assertThat(lifted.code()).as(lifted.out() + lifted.err()).isZero();
    assertThat(lifted.out())
        .contains("1 message taken back", "can be asked for again, with --onExisting=replace");
    assertThat(newestLedger())
        .contains("\"reason\" : \"the letter meant 1 alone\"")
        .containsPattern("\"taken_back\" : \\{\\s+\"message\" : \\[ 2 ]");
    assertThat(held()).containsExactly("4");
    assertBroughtInAgain("2", "4");

    assertThat(erase("message 2\n", "it meant both").code()).isZero();
    assertThat(held()).containsExactly("4");
    assertBroughtInAgain("4");
  }

  @Test
  void whatItsSourceDeletedStaysGoneThoughItWasLifted() throws Exception {
    assertThat(erase("message 3\n", "letter").code()).isZero();

    assertThat(erase("lift message 3\n", "mistake").code()).isZero();

    assertBroughtInAgain("1", "2", "4");
  }

  @Test
  void whatNobodyAskedForCannotBeLifted() throws Exception {
    assertThat(erase("message 1\n", "letter").code()).isZero();
    Map<String, byte[]> before = archive.contents();

    for (String wrong : List.of("lift message 2", "lift message 3", "lift stocktwits-user 1")) {
      Archive.Ending ending = erase(wrong + "\n", "mistake");
      assertThat(ending.code()).isEqualTo(2);
      assertThat(ending.err()).contains("'" + wrong + "'", "Nothing was changed");
    }
    assertThat(erase("lift 1\n", "mistake").err()).contains("or 'lift' and such a line");
    assertThat(archive.contents().keySet()).isEqualTo(before.keySet());
  }
}
