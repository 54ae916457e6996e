package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.CommitEnding;
import io.stockpile.pipeline.archive.Recovery;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.derive.DerivedUnit;
import io.stockpile.pipeline.derive.TooManyRejectedException;
import io.stockpile.pipeline.derive.UnitDeriver;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.sources.UnitSources;
import io.stockpile.pipeline.text.Failures;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one unit from nothing to committed: land, derive, commit. Whatever happens to a unit is its
 * outcome, so that others go on. Thread-safe.
 */
public final class UnitProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(UnitProcessor.class);
  private static final int ROUNDS = 2;

  private final ArchiveSettings settings;
  private final ObjectStore store;
  private final UnitSources sources;
  private final RunMonitor monitor;
  private final Clock clock;
  private final ManifestStore manifests;
  private final Recovery recovery;
  private final UnitCommitter committer;
  private final UnitDeriver deriver = new UnitDeriver();

  public UnitProcessor(
      ArchiveSettings settings,
      ObjectStore store,
      UnitSources sources,
      UnitCommitter committer,
      RunMonitor monitor,
      Clock clock) {
    this.settings = settings;
    this.store = store;
    this.sources = sources;
    this.committer = committer;
    this.monitor = monitor;
    this.clock = clock;
    this.manifests = new ManifestStore(store);
    this.recovery = new Recovery(store);
  }

  /**
   * Works on one unit.
   *
   * @throws InterruptedException when the thread is interrupted; the unit is as if it had been
   *     killed then, and a second run does it again
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
              + sources.of(unit).withdrawn(work, e.counts()));
    } catch (GzipFormatException e) {
      return failed(
          unit,
          "what was landed is damaged: "
              + Failures.inOneLine(e)
              + ". Bring it in again: "
              + sources.of(unit).againWith());
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} failed", unit.name(), e);
      // Of two processes on one unit the later one takes the ground from under the earlier one.
      return HeldSince.planned(manifests, work)
          .orElseGet(() -> failed(unit, Failures.inOneLine(e)));
    }
  }

  private UnitOutcome work(UnitWork work) throws IOException, InterruptedException {
    ArchiveUnit unit = work.unit();
    UnitSource source = sources.of(unit);
    recovery.prepare(unit, source.landingKeys(work));
    Optional<ManifestStore.Entry> entry = manifests.find(unit.manifestKey());
    if (entry.isPresent() && entry.get() instanceof ManifestStore.Entry.Broken broken) {
      return failed(unit, broken.message());
    }
    Optional<ManifestStore.Entry.Readable> held =
        entry
            .map(ManifestStore.Entry.Readable.class::cast)
            .filter(found -> found.manifest().derived().isPresent());
    if (held.isPresent() && !held.get().version().equals(work.seen())) {
      return HeldSince.outcome(unit, held.get().manifest());
    }
    Brought brought = source.bring(work, held.map(ManifestStore.Entry.Readable::manifest));
    if (brought instanceof Brought.Ended ended) {
      return ended.outcome();
    }
    return derive(work, (Brought.ToDerive) brought);
  }

  private UnitOutcome derive(UnitWork work, Brought.ToDerive brought)
      throws IOException, InterruptedException {
    ArchiveUnit unit = work.unit();
    for (int round = 1; ; round++) {
      DerivedUnit derived = deriveWithPermit(unit, brought.inputs());
      Manifest manifest = UnitManifests.of(derived, brought.account(), clock.instant());
      CommitEnding ending =
          committer.commit(unit, work.seen(), manifest, UnitManifests.pending(derived));
      if (ending instanceof CommitEnding.Torn torn && round < ROUNDS) {
        LOG.warn("{} It is done again now.", torn.message());
        continue;
      }
      if (ending instanceof CommitEnding.Committed) {
        sources.of(unit).committed(work, manifest);
      }
      return outcome(work, ending, manifest, brought.missing());
    }
  }

  private DerivedUnit deriveWithPermit(ArchiveUnit unit, List<LandedInput> inputs)
      throws IOException, InterruptedException {
    Semaphore permits = DerivePermits.of(settings.derivations());
    permits.acquire();
    try {
      return deriver.derive(unit, inputs, store, settings.derive(), monitor.deriving(unit));
    } finally {
      permits.release();
    }
  }

  private UnitOutcome outcome(
      UnitWork work, CommitEnding ending, Manifest manifest, String missing) {
    ArchiveUnit unit = work.unit();
    if (ending instanceof CommitEnding.Committed) {
      Built built = Built.of(manifest);
      return missing.isEmpty()
          ? new UnitOutcome.Committed(unit, built)
          : new UnitOutcome.IncompleteUnit(unit, built, missing);
    }
    if (ending instanceof CommitEnding.Overlapping overlapping) {
      return failed(
          unit,
          "other units hold, or are about to hold, some of the same time, so its rows would be"
              + " there twice: "
              + String.join(", ", overlapping.units()));
    }
    if (ending instanceof CommitEnding.Lost lost) {
      return HeldSince.planned(manifests, work)
          .orElseGet(() -> failed(unit, lost.message() + ". Run again when that one is done."));
    }
    return failed(unit, ((CommitEnding.Torn) ending).message());
  }

  private static UnitOutcome.FailedUnit failed(ArchiveUnit unit, String message) {
    return new UnitOutcome.FailedUnit(unit, message);
  }
}
