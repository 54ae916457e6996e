package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.testing.StoreScript;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.testing.BuildAgain;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An erasure that is killed at any step leaves the old unit or the new one, and the next run
 * completes it.
 */
class EraseKillTest {
  private static final LocalDate DAY = LocalDate.of(2018, 3, 5);
  private static final FirestreamUnit UNIT = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);
  private static final String OLD = UNIT.landingKey();
  private static final String GONE = "words-of-7 ";

  private static byte[] day() {
    List<String> lines = new ArrayList<>();
    for (int id = 1; id <= 20; id++) {
      lines.add(
          ("{\"object\":\"Message\",\"action\":\"create\",\"data\":{\"id\":%d,"
                  + "\"body\":\"words-of-%d end\",\"created_at\":\"2018-03-05T10:00:00Z\","
                  + "\"user\":{\"id\":5}},\"time\":\"2018-03-05T10:00:01Z\"}")
              .formatted(id, id));
    }
    lines.add("no JSON, \"id\":7 and words-of-7 end");
    return new SimulatedDay(lines).gzip();
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BuildAgain.Ending erase(Path root, StoreScript script) throws Exception {
    return new BuildAgain(root, UNIT, true).run(store -> script);
  }

  @Test
  void atEveryStepTheUnitIsTheOldOneOrTheNewOneAndTheNextRunEndsIt(@TempDir Path directory)
      throws Exception {
    Archive original = new Archive(directory.resolve("original"));
    try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
      firestream.put("message", DAY, day());
      Archive.Ending ending =
          original.backfill(firestream, "--date=2018-03-05", "--fileTypes=message");
      assertThat(ending.code()).as(ending.out()).isZero();
    }
    try (ObjectStore store = ObjectStores.open(StoreLocation.of(original.root().toString()))) {
      BuildAgain.ask(store, 7);
    }
    Path whole = directory.resolve("whole");
    copy(original.root(), whole);
    BuildAgain.Ending undisturbed = erase(whole, new StoreScript() {});
    assertThat(undisturbed.outcome()).isInstanceOf(UnitOutcome.Committed.class);
    int changes = undisturbed.changes();
    assertThat(changes).isGreaterThan(8);

    for (int killedAfter = 0; killedAfter < changes; killedAfter++) {
      Archive archive = new Archive(directory.resolve("killed-" + killedAfter));
      copy(original.root(), archive.root());
      erase(archive.root(), StoreScript.deadAfterChanges(killedAfter));

      String manifest = archive.text(UNIT.manifestKey());
      boolean old = manifest.contains(OLD + "\"");
      assertThat(manifest).contains(old ? OLD : OLD.replace(".gz", ".g2.gz"));
      for (LandedFacts landed :
          Manifest.fromJson("m", archive.read(UNIT.manifestKey()))
              .derived()
              .orElseThrow()
              .landed()) {
        assertThat(EveryByte.unpacked(archive.read(landed.key())).contains(GONE))
            .as("killed after %d", killedAfter)
            .isEqualTo(old);
      }

      Archive.Ending ending = archive.run("erase");

      assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
      EveryByte.of(archive).forEach((file, text) -> assertThat(text).as(file).doesNotContain(GONE));
      assertThat(archive.files())
          .noneMatch(file -> file.startsWith("_staging/") || file.startsWith("_commits/"));
      assertThat(archive.run("verify", "--erased").code()).isZero();
      assertThat(archive.text(UNIT.manifestKey())).contains("\"rows\" : 19", "\"erased\" : 2");
    }
  }
}
