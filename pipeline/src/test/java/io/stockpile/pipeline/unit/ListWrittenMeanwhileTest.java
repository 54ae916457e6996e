package io.stockpile.pipeline.unit;

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
import io.stockpile.pipeline.commands.Archive;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.sources.firestream.Firestream;
import io.stockpile.pipeline.tombstones.Cause;
import io.stockpile.pipeline.tombstones.TombstoneEvent;
import io.stockpile.pipeline.tombstones.TombstoneList;
import io.stockpile.pipeline.tombstones.TombstoneStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be gone becomes known while a unit is built without knowing it. */
class ListWrittenMeanwhileTest {
  private static final LocalDate DAY = LocalDate.of(2018, 3, 5);
  private static final FirestreamUnit UNIT = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);
  private static final int MESSAGES = 9;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2018-03-07T00:00:00Z"), ZoneOffset.UTC);

  private Archive archive;
  private StoreLocation location;

  @BeforeEach
  void bringIn(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"));
    location = StoreLocation.of(archive.root().toString());
    List<String> lines = new ArrayList<>();
    for (int id = 1; id <= MESSAGES; id++) {
      lines.add(
          ("{\"object\":\"Message\",\"action\":\"create\",\"data\":{\"id\":%d,"
                  + "\"body\":\"words\",\"created_at\":\"2018-03-05T10:00:00Z\","
                  + "\"user\":{\"id\":50}},\"time\":\"2018-03-05T10:00:01Z\"}")
              .formatted(id));
    }
    Path file = directory.resolve("stocktwits_messages_2018_03_05");
    Files.write(file, lines);
    Archive.Ending ending = archive.run("import", "--files=" + file);
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  /** Each time that the unit's first table is about to be written, one message more is to go. */
  private static final class OneMoreIsToGo implements StoreScript {
    private final ObjectStore store;
    private final int most;
    private final Set<String> open = new HashSet<>();
    private int times;

    private OneMoreIsToGo(ObjectStore store, int most) {
      this.store = store;
      this.most = most;
    }

    @Override
    public void before(Call call) throws IOException {
      // A key is staged, and then put in its place or thrown away.
      boolean staged =
          call.key().startsWith("stocktwits/messages/")
              && !open.remove(call.key())
              && open.add(call.key());
      if (staged && times < most) {
        times++;
        TombstoneStore tombstones = new TombstoneStore(store);
        TombstoneStore.Held held = tombstones.index();
        TombstoneList list =
            tombstones
                .list(held.index())
                .after(
                    List.of(
                        new TombstoneEvent(
                            Reason.Kind.MESSAGE,
                            Cause.ASKED,
                            times,
                            0,
                            1,
                            false,
                            TombstoneEvent.Origin.IDS)),
                    Set.of());
        tombstones.replace(held, list, Map.of(), "list-" + times, CLOCK.instant());
      }
    }
  }

  private UnitOutcome buildAgain(int most) throws Exception {
    try (ObjectStore real = ObjectStores.open(location)) {
      ManifestStore.Entry.Readable held =
          new ManifestStore(real).load(UNIT.manifestKey()).orElseThrow();
      ManifestContent.Derived derived = held.manifest().derived().orElseThrow();
      ScriptedStore store = new ScriptedStore(real, new OneMoreIsToGo(real, most));
      UnitCommitter committer = new UnitCommitter(store, CLOCK, "again");
      WorkerSettings settings =
          new WorkerSettings(
              location,
              DeriveSettings.defaults(),
              "again",
              1,
              false,
              false,
              Map.of(Firestream.NAME, new Firestream().landed()));
      Surroundings surroundings =
          new Surroundings(CLOCK, pause -> {}, () -> 0.5, name -> Optional.empty());
      Landers landers =
          Landers.open(
              settings.landers(),
              new LanderContext(store, committer, LandingListener.NONE, surroundings));
      return new UnitProcessor(settings, store, landers, committer, new RunProgress(1), CLOCK)
          .process(
              new UnitWork(
                  UNIT,
                  held.version(),
                  new UnitWork.From.Landed(
                      derived.landed().stream().map(LandedInput::of).toList())));
    }
  }

  private String manifest() throws IOException {
    return Files.readString(archive.root().resolve(UNIT.manifestKey()));
  }

  @Test
  void theUnitIsBuiltOnceMoreWithoutIt() throws Exception {
    assertThat(buildAgain(1)).isInstanceOf(UnitOutcome.Committed.class);

    assertThat(manifest()).contains("\"erased\" : 1", "\"rows\" : 8", "\"generation\" : 2");
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }

  @Test
  void itEndsAlsoWhenMoreIsToGoEveryTime() throws Exception {
    assertThat(buildAgain(100)).isInstanceOf(UnitOutcome.Committed.class);

    assertThat(manifest()).contains("\"erased\" : 2", "\"generation\" : 2");
    assertThat(archive.run("verify", "--erased").code()).isEqualTo(5);
    assertThat(archive.run("erase").code()).isZero();
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }
}
