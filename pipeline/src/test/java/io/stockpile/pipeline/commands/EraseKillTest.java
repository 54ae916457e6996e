package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.testing.ScriptedStore;
import io.stockpile.connectors.testing.StoreScript;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.sources.firestream.Firestream;
import io.stockpile.pipeline.tombstones.Cause;
import io.stockpile.pipeline.tombstones.TombstoneEvent;
import io.stockpile.pipeline.tombstones.TombstoneList;
import io.stockpile.pipeline.tombstones.TombstoneStore;
import io.stockpile.pipeline.unit.LanderContext;
import io.stockpile.pipeline.unit.Landers;
import io.stockpile.pipeline.unit.RunProgress;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitProcessor;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import io.stockpile.simulated.SimulatedDay;
import io.stockpile.simulated.SimulatedFirestream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed at whichever step, an erasure leaves the old unit or the new one, and the next ends it.
 */
class EraseKillTest {
  private static final LocalDate DAY = LocalDate.of(2018, 3, 5);
  private static final FirestreamUnit UNIT = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);
  private static final String OLD = UNIT.landingKey();
  private static final String GONE = "words-of-7 ";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2018-03-07T00:00:00Z"), ZoneOffset.UTC);

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

  private static void list(Path root) throws IOException {
    try (ObjectStore store = ObjectStores.open(StoreLocation.of(root.toString()))) {
      TombstoneEvent event =
          new TombstoneEvent(
              Reason.Kind.MESSAGE, Cause.ASKED, 7, 0, 1, false, TombstoneEvent.Origin.IDS);
      TombstoneStore tombstones = new TombstoneStore(store);
      tombstones.replace(
          tombstones.index(),
          TombstoneList.NONE.after(List.of(event), Set.of()),
          Map.of(),
          "list",
          CLOCK.instant());
    }
  }

  /** Erases the unit with a store that is dead after so many changes; says how many were made. */
  private static int erase(Path root, StoreScript script) throws Exception {
    try (ObjectStore real = ObjectStores.open(StoreLocation.of(root.toString()))) {
      ManifestStore.Entry.Readable held =
          new ManifestStore(real).load(UNIT.manifestKey()).orElseThrow();
      ScriptedStore store = new ScriptedStore(real, script);
      UnitCommitter committer = new UnitCommitter(store, CLOCK, "killed");
      WorkerSettings settings =
          new WorkerSettings(
              StoreLocation.of(root.toString()),
              DeriveSettings.defaults(),
              "killed",
              1,
              true,
              false,
              Map.of(Firestream.NAME, new Firestream().landed()));
      Surroundings surroundings =
          new Surroundings(CLOCK, pause -> {}, () -> 0.5, name -> Optional.empty());
      Landers landers =
          Landers.open(
              settings.landers(),
              new LanderContext(store, committer, LandingListener.NONE, surroundings));
      UnitOutcome outcome =
          new UnitProcessor(settings, store, landers, committer, new RunProgress(1), CLOCK)
              .process(
                  new UnitWork(
                      UNIT, held.version(), new UnitWork.From.Landed(known(held.manifest()))));
      boolean done = outcome instanceof UnitOutcome.Committed;
      return done ? store.changes() : -1;
    }
  }

  private static List<LandedInput> known(Manifest manifest) {
    List<LandedFacts> landed = manifest.derived().orElseThrow().landed();
    return landed.stream().map(LandedInput::of).toList();
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
    list(original.root());
    Path whole = directory.resolve("whole");
    copy(original.root(), whole);
    int changes = erase(whole, new StoreScript() {});
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
