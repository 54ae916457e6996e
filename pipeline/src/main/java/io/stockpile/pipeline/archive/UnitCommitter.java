package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the files of a unit visible together with its manifest, exactly once, whatever else fails
 * or runs beside it. See {@link CommitProtocol} for how. Thread-safe as far as its store is.
 */
public final class UnitCommitter {
  private final ObjectStore store;
  private final Clock clock;
  private final String run;
  private final IntentStore intents;
  private final ManifestStore manifests;
  private final CommitProtocol protocol;

  /**
   * @param run a name of this process's run, unlike any other's
   */
  public UnitCommitter(ObjectStore store, Clock clock, String run) {
    this(store, clock, run, false);
  }

  /**
   * @param leavesFormer whether files that a commit replaces stay until {@link FormerFiles} removes
   *     them, so that the tables can be published in between
   */
  public UnitCommitter(ObjectStore store, Clock clock, String run, boolean leavesFormer) {
    this.store = store;
    this.clock = clock;
    this.run = run;
    this.intents = new IntentStore(store);
    this.manifests = new ManifestStore(store);
    this.protocol = new CommitProtocol(store, leavesFormer);
  }

  /**
   * Commits a unit whose landed objects stay, but for those that only the former manifest lists.
   */
  public CommitEnding commit(
      ArchiveUnit unit, String seen, boolean alone, Manifest manifest, List<PendingObject> pending)
      throws IOException {
    return commit(unit, seen, alone, manifest, pending, List.of());
  }

  /**
   * Commits a unit.
   *
   * <p>After a {@link CommitEnding.Lost} or {@link CommitEnding.Overlapping} the pending objects
   * are aborted. After an exception the commit may or may not have begun: if it has, the next run
   * finishes it, and if not, the next run throws the pending objects away.
   *
   * @param seen the version of the manifest that the decision to do this unit was based on; empty
   *     when there was none. When another complete one is there by now, the commit is lost
   * @param alone whether {@link SeriesLook#take} of this run has found nothing in the way of the
   *     unit; if not, it is looked for now
   * @param pending all objects that the manifest lists
   * @param replaced keys of landed objects that go with it, whatever the former manifest says
   */
  public CommitEnding commit(
      ArchiveUnit unit,
      String seen,
      boolean alone,
      Manifest manifest,
      List<PendingObject> pending,
      List<String> replaced)
      throws IOException {
    Optional<IntentStore.Entry> former = intents.find(unit.name());
    if (former.filter(UnitCommitter::underWay).isPresent()) {
      return lost(unit, pending, "another process is committing it");
    }
    boolean torn = former.filter(entry -> entry.intent().torn()).isPresent();
    if (torn && !isNewer(manifest, former.get().intent().manifest())) {
      return lost(unit, pending, "another process gave up a commit of it meanwhile");
    }
    List<String> visible = former.map(entry -> entry.intent().visible()).orElse(List.of());
    CommitIntent claim =
        new CommitIntent(
            CommitIntent.State.CLAIMED,
            run,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            unit.manifestKey(),
            seen,
            manifest,
            pending,
            removals(unit, manifest, visible, replaced),
            torn,
            visible);
    Optional<IntentStore.Entry> claimed = claim(former, claim);
    if (claimed.isEmpty()) {
      return lost(unit, pending, "another process began to commit it first");
    }
    Optional<SeriesLook> look =
        alone ? Optional.of(new SeriesLook(store, run, unit.series())) : Optional.empty();
    CommitEnding ending = protocol.finish(claimed.get(), look);
    if (!(ending instanceof CommitEnding.Committed)) {
      abort(pending);
    }
    return ending;
  }

  /**
   * The generation that the unit's next files have: one that no visible file of it has yet, whether
   * a manifest lists that file or a commit that was given up left it.
   *
   * @param held the manifest of what the archive holds of it; empty when it holds nothing
   */
  public Generation nextGeneration(ArchiveUnit unit, Optional<Manifest> held) throws IOException {
    Generation next = nextGeneration(held);
    Generation afterTorn =
        nextGeneration(
            intents
                .find(unit.name())
                .filter(entry -> entry.intent().torn())
                .map(entry -> entry.intent().manifest()));
    return next.compareTo(afterTorn) < 0 ? afterTorn : next;
  }

  /**
   * Looks whether files of units without a manifest are visible: somebody removed the manifests. If
   * there are, it is written down that they go with the unit's next commit. Lists all tables, once.
   */
  public void takeUpRemains(List<? extends ArchiveUnit> units) throws IOException {
    for (Map.Entry<ArchiveUnit, VisibleFiles> found : VisibleFiles.of(store, units).entrySet()) {
      ArchiveUnit unit = found.getKey();
      if (manifests.find(unit.manifestKey()).isEmpty()) {
        takeUp(unit, found.getValue());
      }
    }
  }

  private void takeUp(ArchiveUnit unit, VisibleFiles files) throws IOException {
    ManifestContent.Derived nothing =
        new ManifestContent.Derived(
            files.newest(),
            List.of(),
            LineCounts.NONE,
            List.of(),
            RejectedFile.NONE,
            Optional.empty());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CommitIntent mark =
        new CommitIntent(
            CommitIntent.State.TORN,
            run,
            now,
            unit.manifestKey(),
            "",
            new Manifest(UnitCoverage.of(unit), 1, "", now, nothing),
            List.of(),
            List.of(),
            false,
            files.keys());
    claim(Optional.empty(), mark);
  }

  /** The same for a unit of which every commit has ended. */
  public static Generation nextGeneration(Optional<Manifest> held) {
    return held.flatMap(Manifest::derived)
        .map(derived -> derived.generation().next())
        .orElse(Generation.FIRST);
  }

  /** Whether the unit must be committed again, whatever its manifest says. */
  public boolean isTorn(ArchiveUnit unit) throws IOException {
    return intents.find(unit.name()).filter(entry -> entry.intent().torn()).isPresent();
  }

  /** Whether no file of the one can have the name of a file of the other. */
  private static boolean isNewer(Manifest manifest, Manifest other) {
    return manifest
        .derived()
        .filter(now -> now.generation().compareTo(nextGeneration(Optional.of(other))) >= 0)
        .isPresent();
  }

  private static boolean underWay(IntentStore.Entry entry) {
    return switch (entry.intent().state()) {
      case CLAIMED, DECIDED -> true;
      case DROPPED, TORN -> false;
    };
  }

  private Optional<IntentStore.Entry> claim(Optional<IntentStore.Entry> former, CommitIntent claim)
      throws IOException {
    try {
      return Optional.of(
          former.isPresent() ? intents.replace(former.get(), claim) : intents.create(claim));
    } catch (PreconditionFailedException e) {
      // A put that was sent twice, because its first answer got lost, finds itself.
      return intents.find(claim.unit().name()).filter(now -> now.intent().sameCommit(claim));
    }
  }

  private List<String> removals(
      ArchiveUnit unit, Manifest manifest, List<String> visible, List<String> replaced)
      throws IOException {
    Set<String> remove = new LinkedHashSet<>(visible);
    remove.addAll(replaced);
    Optional<ManifestContent.Derived> former =
        manifests.load(unit.manifestKey()).flatMap(entry -> entry.manifest().derived());
    if (former.isPresent()) {
      remove.addAll(former.get().derivedPaths());
      if (!unit.landedInParts()) {
        remove.addAll(former.get().landedPaths());
      }
    }
    Optional<ManifestContent.Derived> now = manifest.derived();
    if (now.isPresent()) {
      now.get().derivedPaths().forEach(remove::remove);
      now.get().landedPaths().forEach(remove::remove);
    }
    return List.copyOf(remove);
  }

  private CommitEnding lost(ArchiveUnit unit, List<PendingObject> pending, String why)
      throws IOException {
    abort(pending);
    return new CommitEnding.Lost(unit.name() + ": " + why);
  }

  private void abort(List<PendingObject> pending) throws IOException {
    for (PendingObject object : pending) {
      store.abort(object);
    }
  }
}
