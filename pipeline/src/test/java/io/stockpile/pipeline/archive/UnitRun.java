package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does what a job does with one unit, with texts in place of Parquet files. */
final class UnitRun {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private final String name;
  private final ArchiveUnit unit;
  private final boolean replace;
  private final int parts;

  /**
   * @param name the name of the run, which is in the content of every file
   * @param parts how many files the unit gets
   */
  UnitRun(String name, ArchiveUnit unit, boolean replace, int parts) {
    this.name = name;
    this.unit = unit;
    this.replace = replace;
    this.parts = parts;
  }

  static String path(ArchiveUnit unit, Generation generation, int part) {
    return String.format(
        "stocktwits/messages/date=2016-12-05/%s-%04d.parquet",
        generation.ofUnit(unit.name()), part);
  }

  /** The generation in the unit's manifest. */
  static Generation generation(ObjectStore store, ArchiveUnit unit) throws IOException {
    return new ManifestStore(store)
        .load(unit.manifestKey())
        .flatMap(entry -> entry.manifest().derived())
        .orElseThrow()
        .generation();
  }

  /** Runs as a process would: recovers, looks at the series, works, and commits. */
  String run(ObjectStore store) throws IOException {
    UnitCoverage coverage = UnitCoverage.of(unit);
    Recovery recovery = new Recovery(store);
    Map<String, CommitEnding> recovered = recovery.finishCommits(coverage);
    Ledger ledger = Ledger.read(store, coverage);
    Ledger.State state = ledger.stateOf(unit);
    boolean overlapped =
        state instanceof Ledger.State.CoveredBy || state instanceof Ledger.State.Overlapped;
    if (overlapped || (state instanceof Ledger.State.Held && !replace)) {
      return state.getClass().getSimpleName() + recovered;
    }
    SeriesLook look = new SeriesLook(store, name, unit.series());
    boolean alone = look.take(List.of(unit)).contains(unit.name());
    recovery.prepare(unit, Set.of(), false);
    UnitCommitter committer = new UnitCommitter(store, CLOCK, name);
    Optional<Manifest> held =
        new ManifestStore(store)
            .load(unit.manifestKey())
            .map(ManifestStore.Entry.Readable::manifest);
    Generation generation = committer.nextGeneration(unit, held);
    List<PendingObject> pending = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      try (StagedObject staged = store.stage(path(unit, generation, part))) {
        staged.write((name + " " + part).getBytes(StandardCharsets.UTF_8));
        pending.add(staged.finish());
      }
    }
    CommitEnding ending =
        committer.commit(
            unit,
            ledger.versionOf(unit),
            alone,
            manifest(unit, generation, name, pending),
            pending);
    look.end();
    return ending.getClass().getSimpleName();
  }

  static Manifest manifest(
      ArchiveUnit unit, Generation generation, String by, List<PendingObject> pending) {
    List<DataFile> files = new ArrayList<>();
    for (PendingObject object : pending) {
      files.add(
          new DataFile(
              object.key(),
              "stocktwits/messages",
              LocalDate.of(2016, 12, 5),
              1,
              object.bytes(),
              object.sha256(),
              1,
              1));
    }
    int rows = files.size();
    LandedFacts landed = new LandedFacts("_landing/" + by + ".gz", 1, "00", 1, rows, 1);
    return new Manifest(
        UnitCoverage.of(unit),
        1,
        "0.1.0",
        CLOCK.instant(),
        new ManifestContent.Derived(
            generation,
            List.of(landed),
            new LineCounts(rows, 0, 0, rows, 0, 0),
            files,
            RejectedFile.NONE,
            Optional.empty()));
  }
}
