package io.stockpile.pipeline.testing;

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
import io.stockpile.pipeline.erase.tombstones.Cause;
import io.stockpile.pipeline.erase.tombstones.TombstoneEvent;
import io.stockpile.pipeline.erase.tombstones.TombstoneStore;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.sources.firestream.Firestream;
import io.stockpile.pipeline.unit.LanderContext;
import io.stockpile.pipeline.unit.Landers;
import io.stockpile.pipeline.unit.RunProgress;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitProcessor;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Builds one held unit again from its landed bytes, in a store with faults that a test chooses. */
public final class BuildAgain {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2018-03-07T00:00:00Z"), ZoneOffset.UTC);

  private static final String RUN = "again";

  private final StoreLocation location;
  private final FirestreamUnit unit;
  private final boolean onlyErased;

  /**
   * @param onlyErased whether the unit is committed only if something was erased from it
   */
  public BuildAgain(Path root, FirestreamUnit unit, boolean onlyErased) {
    this.location = StoreLocation.of(root.toString());
    this.unit = unit;
    this.onlyErased = onlyErased;
  }

  /**
   * How building the unit ended.
   *
   * @param changes how many calls changed the store
   */
  public record Ending(UnitOutcome outcome, int changes) {}

  /**
   * Builds the unit.
   *
   * @param script makes the script from the store without faults
   */
  public Ending run(Function<ObjectStore, StoreScript> script)
      throws IOException, InterruptedException {
    try (ObjectStore real = ObjectStores.open(location)) {
      ManifestStore.Entry.Readable held =
          new ManifestStore(real).load(unit.manifestKey()).orElseThrow();
      ManifestContent.Derived derived = held.manifest().derived().orElseThrow();
      ScriptedStore store = new ScriptedStore(real, script.apply(real));
      UnitCommitter committer = new UnitCommitter(store, CLOCK, RUN);
      WorkerSettings settings =
          new WorkerSettings(
              location,
              DeriveSettings.defaults(),
              RUN,
              1,
              onlyErased,
              false,
              Map.of(Firestream.NAME, new Firestream().landed()));
      Surroundings surroundings =
          new Surroundings(CLOCK, pause -> {}, () -> 0.5, name -> Optional.empty());
      Landers landers =
          Landers.open(
              settings.landers(),
              new LanderContext(store, committer, LandingListener.NONE, surroundings));
      UnitWork work =
          new UnitWork(
              unit,
              held.version(),
              new UnitWork.From.Landed(derived.landed().stream().map(LandedInput::of).toList()));
      UnitOutcome outcome =
          new UnitProcessor(settings, store, landers, committer, new RunProgress(1), CLOCK)
              .process(work);
      return new Ending(outcome, store.changes());
    }
  }

  /** Adds a message that a user asked to erase to the archive's tombstones. */
  public static void ask(ObjectStore store, long message) throws IOException {
    TombstoneStore tombstones = new TombstoneStore(store);
    TombstoneStore.Held held = tombstones.index();
    TombstoneEvent event =
        new TombstoneEvent(
            Reason.Kind.MESSAGE, Cause.ASKED, message, 0, 1, false, TombstoneEvent.Origin.IDS);
    tombstones.replace(
        held,
        tombstones.list(held.index()).after(List.of(event), Set.of()),
        Map.of(),
        List.of(),
        "asked-" + message,
        CLOCK.instant());
  }
}
