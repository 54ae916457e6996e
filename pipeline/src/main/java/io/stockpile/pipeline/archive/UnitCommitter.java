package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
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
    this.store = store;
    this.clock = clock;
    this.run = run;
    this.intents = new IntentStore(store);
    this.manifests = new ManifestStore(store);
    this.protocol = new CommitProtocol(store);
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
   * @param pending all objects that the manifest lists
   */
  public CommitEnding commit(
      ArchiveUnit unit, String seen, Manifest manifest, List<PendingObject> pending)
      throws IOException {
    Optional<IntentStore.Entry> former = intents.find(unit.name());
    if (former.filter(UnitCommitter::underWay).isPresent()) {
      return lost(unit, pending, "another process is committing it");
    }
    boolean torn = former.filter(entry -> entry.intent().torn()).isPresent();
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
            removals(unit, manifest, visible),
            torn,
            visible);
    Optional<IntentStore.Entry> claimed = claim(former, claim);
    if (claimed.isEmpty()) {
      return lost(unit, pending, "another process began to commit it first");
    }
    CommitEnding ending = protocol.finish(claimed.get());
    if (!(ending instanceof CommitEnding.Committed)) {
      abort(pending);
    }
    return ending;
  }

  /**
   * Writes down that the landed bytes of a complete unit are about to be replaced. From now on the
   * unit counts as not held until it is committed again, so that a run that stops in between is
   * made good by the next, whatever that was asked to do with what is held.
   *
   * @param held the unit's manifest as it is
   * @return false when another process is committing the unit
   */
  public boolean beginReplacing(ArchiveUnit unit, Manifest held) throws IOException {
    Optional<IntentStore.Entry> former = intents.find(unit.name());
    if (former.filter(UnitCommitter::underWay).isPresent()) {
      return false;
    }
    if (former.filter(entry -> entry.intent().torn()).isPresent()) {
      return true;
    }
    CommitIntent mark =
        new CommitIntent(
            CommitIntent.State.TORN,
            run,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            unit.manifestKey(),
            "",
            held,
            List.of(),
            List.of(),
            false,
            held.derived().map(ManifestContent.Derived::derivedPaths).orElse(List.of()));
    return claim(former, mark).isPresent();
  }

  /** Whether the unit must be committed again, whatever its manifest says. */
  public boolean isTorn(ArchiveUnit unit) throws IOException {
    return intents.find(unit.name()).filter(entry -> entry.intent().torn()).isPresent();
  }

  /** Takes {@link #beginReplacing} back, when the landed bytes stayed as they were. */
  public void nothingReplaced(ArchiveUnit unit) throws IOException {
    Optional<IntentStore.Entry> mark =
        intents
            .find(unit.name())
            .filter(entry -> entry.intent().state() == CommitIntent.State.TORN)
            .filter(entry -> entry.intent().by().equals(run) && !entry.intent().tornBefore());
    if (mark.isPresent()) {
      intents.remove(mark.get());
    }
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

  private List<String> removals(ArchiveUnit unit, Manifest manifest, List<String> visible)
      throws IOException {
    Set<String> remove = new LinkedHashSet<>(visible);
    manifests
        .load(unit.manifestKey())
        .flatMap(entry -> entry.manifest().derived())
        .ifPresent(complete -> remove.addAll(complete.derivedPaths()));
    manifest.derived().ifPresent(complete -> complete.derivedPaths().forEach(remove::remove));
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
