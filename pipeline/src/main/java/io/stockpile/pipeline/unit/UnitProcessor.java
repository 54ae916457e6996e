package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.codec.DamagedFileException;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.pipeline.archive.CommitEnding;
import io.stockpile.pipeline.archive.Recovery;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.derive.DerivedUnit;
import io.stockpile.pipeline.derive.TooManyRejectedException;
import io.stockpile.pipeline.derive.UnitDeriver;
import io.stockpile.pipeline.erase.IdsToErase;
import io.stockpile.pipeline.erase.LandedCopies;
import io.stockpile.pipeline.erase.SettingsThatBuilt;
import io.stockpile.pipeline.erase.UnitErasure;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.text.Failures;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lands, derives and commits one unit. A failure becomes the unit's outcome and is not thrown, so
 * that other units go on. Thread-safe.
 */
public final class UnitProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(UnitProcessor.class);
  private static final int ROUNDS = 2;

  /** How often a unit is built again because the list of ids to erase changed meanwhile. */
  private static final int MOST_LISTS = 2;

  private final WorkerSettings settings;
  private final ObjectStore store;
  private final Landers landers;
  private final LandingQueue queue = new LandingQueue();
  private final RunProgress progress;
  private final Clock clock;
  private final ManifestStore manifests;
  private final Recovery recovery;
  private final UnitCommitter committer;
  private final IdsToErase toErase;
  private final UnitDeriver deriver = new UnitDeriver();

  public UnitProcessor(
      WorkerSettings settings,
      ObjectStore store,
      Landers landers,
      UnitCommitter committer,
      RunProgress progress,
      Clock clock) {
    this.settings = settings;
    this.store = store;
    this.landers = landers;
    this.committer = committer;
    this.progress = progress;
    this.clock = clock;
    this.manifests = new ManifestStore(store);
    this.recovery = new Recovery(store);
    this.toErase = new IdsToErase(store);
  }

  /**
   * Announces works; those of one budget are landed in this order. Each must be {@linkplain
   * #release released} later.
   */
  public void announce(List<UnitWork> works) {
    queue.announce(works);
  }

  /** Says that the work has ended or will not begin. */
  public void release(UnitWork work) {
    queue.release(work);
  }

  /**
   * Works on one unit.
   *
   * @throws InterruptedException when the thread is interrupted; the archive then is as if the
   *     process had been killed, and a second run works on the unit again
   */
  public UnitOutcome process(UnitWork work) throws InterruptedException {
    ArchiveUnit unit = work.unit();
    try {
      UnitOutcome outcome = work(work);
      LOG.debug("{}: {}", unit.name(), outcome);
      return outcome;
    } catch (TooManyRejectedException e) {
      return failed(
          unit,
          Failures.inOneLine(e)
              + ". Nothing of it was committed: look whether it is what it should be. If the lines"
              + " are what you expect, allow more with --maxRejectedShare; "
              + landers.of(unit).withdraw(work, e.counts()));
    } catch (GzipFormatException | DamagedFileException e) {
      return failed(
          unit,
          "what was landed is damaged: "
              + Failures.inOneLine(e)
              + ". Bring it in again: "
              + landers.of(unit).againWith());
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} failed", unit.name(), e);
      // Another process that commits the same unit removes what this one was working on, so first
      // it is looked whether the unit is held now.
      return CommittedMeanwhile.planned(manifests, work)
          .orElseGet(() -> failed(unit, Failures.inOneLine(e)));
    }
  }

  private UnitOutcome work(UnitWork work) throws IOException, InterruptedException {
    ArchiveUnit unit = work.unit();
    UnitLander lander = landers.of(unit);
    ErasedIds gone = toErase.now();
    boolean left = recovery.prepare(unit, lander.landingKeys(work), !gone.isEmpty()).isPresent();
    Optional<ManifestStore.Entry> entry = manifests.find(unit.manifestKey());
    if (entry.isPresent() && entry.get() instanceof ManifestStore.Entry.Broken broken) {
      return failed(unit, broken.message());
    }
    Optional<ManifestStore.Entry.Readable> held =
        entry
            .map(ManifestStore.Entry.Readable.class::cast)
            .filter(found -> found.manifest().derived().isPresent());
    if (held.isPresent() && !held.get().version().equals(work.seen())) {
      return CommittedMeanwhile.outcome(unit, held.get().manifest());
    }
    Optional<Manifest> manifest = held.map(ManifestStore.Entry.Readable::manifest);
    LandingResult result = land(lander, work, manifest);
    if (result instanceof LandingResult.Settled settled) {
      return settled.outcome();
    }
    Generation generation =
        left ? committer.nextGeneration(unit, manifest) : UnitCommitter.nextGeneration(manifest);
    return derive(work, generation, (LandingResult.Landed) result, gone, manifest);
  }

  private LandingResult land(UnitLander lander, UnitWork work, Optional<Manifest> held)
      throws IOException, InterruptedException {
    try {
      queue.await(work);
      return lander.land(work, held);
    } finally {
      queue.release(work);
    }
  }

  private UnitOutcome derive(
      UnitWork work,
      Generation first,
      LandingResult.Landed landed,
      ErasedIds gone,
      Optional<Manifest> held)
      throws IOException, InterruptedException {
    ArchiveUnit unit = work.unit();
    Generation generation = first;
    ErasedIds ids = gone;
    int lists = 0;
    int round = 1;
    while (true) {
      UnitErasure erasure = new UnitErasure(landed.vocabulary(), ids);
      DerivedUnit derived = deriveWithPermit(unit, generation, landed, erasure);
      if (settings.onlyErased() && !erasure.touches()) {
        throwAway(derived);
        return new UnitOutcome.AlreadyHeld(unit, "nothing of it is to be gone");
      }
      Optional<String> differ =
          settings.onlyErased() ? SettingsThatBuilt.differ(held, derived) : Optional.empty();
      if (differ.isPresent()) {
        throwAway(derived);
        return failed(unit, differ.get());
      }
      LandedCopies copies = copies(derived, landed, erasure);
      Optional<ErasedIds> newer =
          lists < MOST_LISTS ? newer(ids, derived, copies) : Optional.empty();
      if (newer.isPresent()) {
        ids = newer.get();
        lists++;
        continue;
      }
      Manifest manifest =
          UnitManifests.of(derived.withLanded(copies.landed()), landed.account(), clock.instant());
      List<PendingObject> pending = new ArrayList<>(UnitManifests.pending(derived));
      pending.addAll(copies.pending());
      CommitEnding ending =
          committer.commit(unit, work.seen(), work.alone(), manifest, pending, copies.replaced());
      if (ending instanceof CommitEnding.Torn torn && round < ROUNDS) {
        LOG.warn("{} It is done again now.", torn.message());
        generation = generation.next();
        round++;
        continue;
      }
      if (ending instanceof CommitEnding.Committed) {
        landers.of(unit).committed(work, manifest);
      }
      return outcome(work, ending, DerivedSummary.of(manifest, erasure.reasons()), landed);
    }
  }

  private LandedCopies copies(DerivedUnit derived, LandingResult.Landed landed, UnitErasure erasure)
      throws IOException {
    try {
      return LandedCopies.write(store, derived, landed.inputs(), erasure);
    } catch (IOException | RuntimeException e) {
      try {
        throwAway(derived);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  /**
   * The ids to erase if they have changed since the unit was begun; otherwise empty. The built
   * files are discarded if they have, and also when the ids cannot be read.
   */
  private Optional<ErasedIds> newer(ErasedIds ids, DerivedUnit derived, LandedCopies copies)
      throws IOException {
    Optional<ErasedIds> newer;
    try {
      newer = toErase.otherThan(ids);
    } catch (IOException | RuntimeException e) {
      try {
        throwAway(derived, copies);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    if (newer.isPresent()) {
      throwAway(derived, copies);
    }
    return newer;
  }

  private void throwAway(DerivedUnit derived, LandedCopies copies) throws IOException {
    throwAway(derived);
    for (PendingObject pending : copies.pending()) {
      store.abort(pending);
    }
  }

  private void throwAway(DerivedUnit derived) throws IOException {
    for (PendingObject pending : UnitManifests.pending(derived)) {
      store.abort(pending);
    }
  }

  private DerivedUnit deriveWithPermit(
      ArchiveUnit unit, Generation generation, LandingResult.Landed landed, UnitErasure erasure)
      throws IOException, InterruptedException {
    Semaphore permits = DerivePermits.of(settings.derivations());
    permits.acquire();
    try {
      return deriver.derive(
          unit,
          generation,
          landed.vocabulary(),
          landed.inputs(),
          erasure,
          store,
          settings.derive(),
          progress.deriving(unit));
    } finally {
      permits.release();
    }
  }

  private UnitOutcome outcome(
      UnitWork work, CommitEnding ending, DerivedSummary derived, LandingResult.Landed landed) {
    ArchiveUnit unit = work.unit();
    if (ending instanceof CommitEnding.Committed) {
      return landed.shortfall().outcome(unit, derived);
    }
    if (ending instanceof CommitEnding.Overlapping overlapping) {
      return failed(
          unit,
          "other units hold, or are about to hold, some of the same time, so its rows would be"
              + " there twice: "
              + String.join(", ", overlapping.units()));
    }
    if (ending instanceof CommitEnding.Lost lost) {
      return CommittedMeanwhile.planned(manifests, work)
          .orElseGet(() -> failed(unit, lost.message() + ". Run again when that one is done."));
    }
    return failed(unit, ((CommitEnding.Torn) ending).message());
  }

  private static UnitOutcome.FailedUnit failed(ArchiveUnit unit, String message) {
    return new UnitOutcome.FailedUnit(unit, message);
  }
}
