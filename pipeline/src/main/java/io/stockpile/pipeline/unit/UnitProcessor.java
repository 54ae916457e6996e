package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.codec.DamagedFileException;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.pipeline.archive.CommitEnding;
import io.stockpile.pipeline.archive.FormerFilesLeftException;
import io.stockpile.pipeline.archive.Recovery;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.build.BuildAlong;
import io.stockpile.pipeline.build.Built;
import io.stockpile.pipeline.build.UnitBuilder;
import io.stockpile.pipeline.derive.DerivedUnit;
import io.stockpile.pipeline.derive.TooManyRejectedException;
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
  private final UnitBuilder builder;

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
    this.builder = new UnitBuilder(store, settings.derive(), settings.derivations());
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
    Generation generation =
        left ? committer.nextGeneration(unit, manifest) : UnitCommitter.nextGeneration(manifest);
    UnitBuilder.Target target =
        new UnitBuilder.Target(unit, generation, gone, progress.deriving(unit));
    try (BuildAlong along = builder.along(target)) {
      LandingResult result = land(lander, work, manifest, along);
      if (result instanceof LandingResult.Settled settled) {
        return settled.outcome();
      }
      LandingResult.Landed landed = (LandingResult.Landed) result;
      return derive(work, target, left ? remembering(landed, manifest) : landed, along, manifest);
    }
  }

  /**
   * Of a unit that was being replaced, the landed objects are those that lie there, and the former
   * manifest may still say what was erased of them.
   */
  private static LandingResult.Landed remembering(
      LandingResult.Landed landed, Optional<Manifest> held) {
    return held.flatMap(Manifest::derived)
        .map(before -> landed.remembering(before.landed()))
        .orElse(landed);
  }

  private LandingResult land(
      UnitLander lander, UnitWork work, Optional<Manifest> held, BuildAlong along)
      throws IOException, InterruptedException {
    try {
      queue.await(work);
      return lander.land(work, held, along);
    } finally {
      queue.release(work);
    }
  }

  private UnitOutcome derive(
      UnitWork work,
      UnitBuilder.Target first,
      LandingResult.Landed landed,
      BuildAlong along,
      Optional<Manifest> held)
      throws IOException, InterruptedException {
    ArchiveUnit unit = work.unit();
    UnitBuilder.Target target = first;
    Optional<Built> already = along.built(landed.inputs());
    int lists = 0;
    int round = 1;
    while (true) {
      Built built =
          already.isPresent()
              ? already.get()
              : builder.build(target, landed.vocabulary(), landed.inputs());
      already = Optional.empty();
      DerivedUnit derived = built.derived();
      UnitErasure erasure = built.erasure();
      if (settings.onlyErased() && !erasure.touches()) {
        built.throwAway(store);
        return new UnitOutcome.AlreadyHeld(unit, "nothing of it is to be gone");
      }
      Optional<String> differ =
          settings.onlyErased() ? SettingsThatBuilt.differ(held, derived) : Optional.empty();
      if (differ.isPresent()) {
        built.throwAway(store);
        return failed(unit, differ.get());
      }
      LandedCopies copies = copies(built, landed);
      Optional<ErasedIds> newer =
          lists < MOST_LISTS ? newer(target.gone(), built, copies) : Optional.empty();
      if (newer.isPresent()) {
        target = target.without(newer.get());
        lists++;
        continue;
      }
      Manifest manifest =
          UnitManifests.of(
              derived.withLanded(copies.landed()),
              landed.account(),
              erasure.otherIds(),
              clock.instant());
      List<PendingObject> pending = new ArrayList<>(built.pending());
      pending.addAll(copies.pending());
      DerivedSummary summary = DerivedSummary.of(manifest, erasure.reasons());
      CommitEnding ending;
      try {
        ending =
            committer.commit(unit, work.seen(), work.alone(), manifest, pending, copies.replaced());
      } catch (FormerFilesLeftException e) {
        return new UnitOutcome.CutUnit(unit, summary, JobResult.FAILED, Failures.inOneLine(e));
      }
      if (ending instanceof CommitEnding.Torn torn && round < ROUNDS) {
        LOG.warn("{} It is done again now.", torn.message());
        target = target.next();
        round++;
        continue;
      }
      if (ending instanceof CommitEnding.Committed) {
        landers.of(unit).committed(work, manifest);
      }
      return outcome(work, ending, summary, landed);
    }
  }

  private LandedCopies copies(Built built, LandingResult.Landed landed) throws IOException {
    try {
      return LandedCopies.write(store, built.derived(), landed.inputs(), built.erasure());
    } catch (IOException | RuntimeException e) {
      try {
        built.throwAway(store);
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
  private Optional<ErasedIds> newer(ErasedIds ids, Built built, LandedCopies copies)
      throws IOException {
    Optional<ErasedIds> newer;
    try {
      newer = toErase.otherThan(ids);
    } catch (IOException | RuntimeException e) {
      try {
        throwAway(built, copies);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    if (newer.isPresent()) {
      throwAway(built, copies);
    }
    return newer;
  }

  private void throwAway(Built built, LandedCopies copies) throws IOException {
    built.throwAway(store);
    for (PendingObject pending : copies.pending()) {
      store.abort(pending);
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
