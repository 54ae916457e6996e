package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.SimulatedStockTwits;
import io.stockpile.simulated.data.SimulatedDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing in landed bytes that no manifest names. */
class EraseUnbuiltTest {
  private static final String DAY = "2018-03-05";
  private static final String LANDED = "_landing/firestream/message/" + DAY + ".gz";
  private static final String GONE = "words-of-2 ";

  private final AdvancingClock clock = new AdvancingClock(Archive.NOW);
  private Archive archive;

  @BeforeEach
  void place(@TempDir Path place) {
    archive = new Archive(place.resolve("archive"), clock);
  }

  private static String message(long id, String more) {
    return ("{\"object\":\"Message\",\"action\":\"create\",\"data\":{\"id\":%d,"
            + "\"body\":\"words-of-%d end\",\"created_at\":\"%sT10:00:00Z\","
            + "\"user\":{\"id\":9}%s},\"time\":\"%sT10:00:00Z\"}")
        .formatted(id, id, DAY, more, DAY);
  }

  private static String reshareOf(long id) {
    return (",\"reshare_message\":{\"message\":{\"id\":%d,\"body\":\"words-of-%d end\","
            + "\"user\":{\"id\":8}},\"reshared_count\":1}")
        .formatted(id, id);
  }

  private void land(String key, List<String> lines) throws IOException {
    Path file = archive.root().resolve(key);
    Files.createDirectories(file.getParent());
    Files.write(file, new SimulatedDay(lines).gzip());
  }

  private void assertGone(String words) throws Exception {
    EveryByte.assertNowhere(archive, List.of(words));
    Archive.Ending proof = archive.run("verify", "--erased");
    assertThat(proof.code()).as(proof.out() + proof.err()).isZero();
  }

  private Path staged(Instant lastWritten) throws IOException {
    Path staged =
        archive
            .root()
            .resolve("_staging/_landing/firestream/message/" + DAY + ".g2.gz")
            .resolve(UUID.randomUUID().toString());
    Files.createDirectories(staged.getParent());
    Files.write(staged, new SimulatedDay(List.of(message(2, ""))).gzip());
    return Files.setLastModifiedTime(staged, FileTime.from(lastWritten));
  }

  @Test
  void whatAProcessHadStagedThatStoppedADayAgoIsThrownAway() throws Exception {
    land(LANDED, List.of(message(1, ""), message(2, "")));
    assertThat(archive.erase("message 2\n").code()).isZero();
    Path left = staged(Archive.NOW.minus(Duration.ofHours(25)));
    Path beingWritten = staged(Archive.NOW.minus(Duration.ofHours(23)));

    assertThat(archive.run("erase", "--dryRun").code()).isZero();
    assertThat(left).exists();
    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(left).doesNotExist();
    assertThat(beingWritten).exists();
    clock.move(Duration.ofHours(2));
    assertThat(archive.run("erase").code()).isZero();
    assertThat(beingWritten).doesNotExist();
    assertGone(GONE);
  }

  @Test
  void aDayThatWasLandedAndNeverBuiltIsBuiltWithoutIt() throws Exception {
    land(LANDED, List.of(message(1, ""), message(2, ""), message(3, reshareOf(2))));

    Archive.Ending plan = archive.erase("message 2\n", "--dryRun");
    assertThat(plan.out())
        .contains(LANDED + " still has what is to be gone, in 2 places", "`derive`");
    assertThat(archive.files()).containsExactly(LANDED);

    Archive.Ending ending = archive.erase("message 2\n");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertGone(GONE);
    assertThat(archive.text("_manifests/firestream/message/" + DAY + ".json"))
        .contains("\"rows\" : 2", "\"erased\" : 1", "original_sha256");
    String ledger =
        archive.files().stream().filter(file -> file.startsWith("_erasures/")).findFirst().get();
    assertThat(archive.text(ledger))
        .contains("firestream-message-" + DAY, "\"message.line\" : 1", "\"generation\" : 0");
    Map<String, byte[]> before = archive.contents();
    assertThat(archive.run("erase").code()).isZero();
    assertThat(archive.contents().keySet()).isEqualTo(before.keySet());
  }

  @Test
  void aDayWithoutAnythingToEraseIsLeftAsItIs() throws Exception {
    land(LANDED, List.of(message(1, ""), message(3, "")));

    Archive.Ending ending = archive.erase("message 2\n");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(archive.files())
        .contains(LANDED)
        .noneMatch(file -> file.startsWith("_manifests/") || file.startsWith("stocktwits/"));
  }

  @Test
  void whatNobodyWouldTakeForADayIsNotBuiltButNamed() throws Exception {
    List<String> lines = new ArrayList<>(List.of(message(1, ""), message(2, "")));
    for (int line = 0; line < 8; line++) {
      lines.add("no JSON");
    }
    land(LANDED, lines);

    Archive.Ending ending = archive.erase("message 2\n");

    assertThat(ending.code()).as(ending.out() + ending.err()).isEqualTo(1);
    assertThat(ending.out())
        .contains("8 of 9 lines were rejected", LANDED + " still has what is to be gone");
    assertThat(archive.files()).contains(LANDED);
    Archive.Ending proof = archive.run("verify", "--erased");
    assertThat(proof.code()).isEqualTo(5);
    assertThat(proof.out()).contains(LANDED, "of no unit that was built", "run erase");
  }

  @Test
  void whatAReplacementLeftBehindIsRemoved() throws Exception {
    land(LANDED, List.of(message(1, ""), message(2, "")));
    byte[] before = archive.read(LANDED);
    assertThat(archive.erase("message 2\n").code()).isZero();
    Files.write(archive.root().resolve(LANDED), before);
    assertThat(archive.run("verify", "--erased").code()).isEqualTo(5);

    Archive.Ending ending = archive.run("erase");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(archive.files()).doesNotContain(LANDED);
    assertGone(GONE);
    assertThat(DuckDb.query(archive.root(), "SELECT id FROM TABLE(stocktwits/messages)"))
        .containsExactly(List.of("1"));
  }

  @Test
  void aSweepThatHasNotEndedIsNamedAndItsPagesLoseItWhenItEnds() throws Exception {
    archive.environment().put("STOCKTWITS_TOKEN", SimulatedStockTwits.TOKEN);
    try (SimulatedStockTwits api = SimulatedStockTwits.start(clock)) {
      List<Long> ids = api.post("symbol/AAPL", 70);
      Process collecting =
          archive.start(
              List.of(
                  "collect",
                  "--output=" + archive.root(),
                  "--streams=symbol/AAPL",
                  "--apiRateLimit=1/PT1H",
                  "--apiUrl=" + api.url()));
      awaitPage(collecting);
      collecting.destroyForcibly().waitFor();

      Archive.Ending ending = archive.erase("message " + ids.get(69) + "\n");

      assertThat(ending.code()).as(ending.out() + ending.err()).isEqualTo(3);
      assertThat(ending.out()).contains("still has what is to be gone", "`collect` goes on");
      Archive.Ending collected =
          archive.run("collect", "--streams=symbol/AAPL", "--apiUrl=" + api.url());
      assertThat(collected.code()).as(collected.out() + collected.err()).isZero();
      assertGone("\"id\":" + ids.get(69) + ",\"body\"");
    }
  }

  private void awaitPage(Process collecting) {
    while (archive.files().stream().noneMatch(file -> file.matches("_landing/.*/.*/.*gz"))) {
      assertThat(collecting.isAlive()).isTrue();
      Thread.onSpinWait();
    }
  }
}
