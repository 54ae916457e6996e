package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.firestream.LandingOutcome;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.AbsenceRecorder;
import io.stockpile.pipeline.archive.CommitEnding;
import io.stockpile.pipeline.archive.Holding;
import io.stockpile.pipeline.archive.Manifest;
import io.stockpile.pipeline.archive.ManifestStore;
import io.stockpile.pipeline.archive.Recovery;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.derive.DerivedUnit;
import io.stockpile.pipeline.derive.LandedInput;
import io.stockpile.pipeline.derive.TooManyRejectedException;
import io.stockpile.pipeline.derive.UnitDeriver;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one unit from nothing to committed: land, derive, commit. Whatever happens to a unit is its
 * outcome, so that others go on. Thread-safe.
 */
final class UnitProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(UnitProcessor.class);
  private static final int ROUNDS = 2;

  private final ArchiveSettings settings;
  private final ObjectStore store;
  private final UnitLanding landing;
  private final RunMonitor monitor;
  private final Clock clock;
  private final ManifestStore manifests;
  private final Recovery recovery;
  private final UnitCommitter committer;
  private final UnitDeriver deriver = new UnitDeriver();

  UnitProcessor(
      ArchiveSettings settings,
      ObjectStore store,
      UnitLanding landing,
      RunMonitor monitor,
      Clock clock) {
    this.settings = settings;
    this.store = store;
    this.landing = landing;
    this.monitor = monitor;
    this.clock = clock;
    this.manifests = new ManifestStore(store);
    this.recovery = new Recovery(store);
    this.committer = new UnitCommitter(store, clock, settings.run());
  }

  /**
   * Works on one unit.
   *
   * @throws InterruptedException when the thread is interrupted; the unit is as if it had been
   *     killed then, and a second run does it again
   */
  UnitOutcome process(UnitWork work) throws InterruptedException {
    FirestreamUnit unit = work.unit();
    try {
      UnitOutcome outcome = work(work);
      LOG.debug("{}: {}", unit.name(), outcome);
      return outcome;
    } catch (TooManyRejectedException e) {
      return failed(unit, Failures.inOneLine(e) + ". " + withdrawn(work));
    } catch (GzipFormatException e) {
      return failed(
          unit,
          unit.landingKey()
              + " is damaged: "
              + Failures.inOneLine(e)
              + ". Bring it in again: backfill --onExisting=replace, or import.");
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} failed", unit.name(), e);
      // Of two processes on one unit the later one takes the ground from under the earlier one.
      return heldByNow(work)
          ? new UnitOutcome.AlreadyHeld(unit, "another run committed it in the meantime")
          : failed(unit, Failures.inOneLine(e));
    }
  }

  /**
   * A file of the user's that is not what its name says must not stand in the way of the service's
   * own; what the service sent stays landed, because it would send the same again.
   */
  private String withdrawn(UnitWork work) {
    String nothing =
        "Nothing of it was committed: look whether the file is what it should be. If the lines are"
            + " what you expect, allow more with --maxRejectedShare";
    if (!(work.source() instanceof UnitWork.Source.UserFile)) {
      return nothing + "; to fetch the file again, use backfill --onExisting=replace.";
    }
    try {
      store.delete(work.unit().landingKey());
      return nothing + "; the file was taken out of _landing again.";
    } catch (IOException e) {
      LOG.debug("{} cannot be taken out of the landing area", work.unit().landingKey(), e);
      return nothing
          + "; the file could not be taken out of _landing again ("
          + Failures.inOneLine(e)
          + "), so use backfill --onExisting=replace.";
    }
  }

  private boolean heldByNow(UnitWork work) {
    return HeldSince.planned(manifests, work);
  }

  private UnitOutcome work(UnitWork work) throws IOException, InterruptedException {
    FirestreamUnit unit = work.unit();
    boolean lands = !(work.source() instanceof UnitWork.Source.LandingArea);
    recovery.prepare(unit, lands ? Set.of(unit.landingKey()) : Set.of());
    Optional<ManifestStore.Entry> entry = manifests.find(unit.manifestKey());
    if (entry.isPresent() && entry.get() instanceof ManifestStore.Entry.Broken broken) {
      return failed(unit, broken.message());
    }
    Optional<ManifestStore.Entry.Readable> held =
        entry
            .map(ManifestStore.Entry.Readable.class::cast)
            .filter(found -> found.manifest().complete().isPresent());
    if (held.isPresent() && !held.get().version().equals(work.seen())) {
      return new UnitOutcome.AlreadyHeld(unit, "another run committed it in the meantime");
    }
    if (work.source() instanceof UnitWork.Source.LandingArea area) {
      return derive(work, area.input());
    }
    if (held.isPresent() && !committer.beginReplacing(unit, held.get().manifest())) {
      return failed(unit, "another process is committing it. Run again when that one is done.");
    }
    LandingOutcome landed =
        work.source() instanceof UnitWork.Source.UserFile file
            ? landing.take(unit, file)
            : landing.fetch(unit);
    if (landed instanceof LandingOutcome.Landed done) {
      return derive(work, LandedInput.of(done.file()));
    }
    if (held.isPresent()) {
      committer.nothingReplaced(unit);
    }
    return notLanded(landed);
  }

  private UnitOutcome notLanded(LandingOutcome landing) throws IOException {
    if (landing instanceof LandingOutcome.Absent absent) {
      Manifest manifest =
          new AbsenceRecorder(store, clock)
              .record(absent.unit(), absent.message(), Versions.schema(), Versions.product());
      Optional<Holding.Absent> absence = manifest.absent();
      return new UnitOutcome.AbsentUnit(
          absent.unit(),
          absent.message(),
          absence.map(Holding.Absent::firstSeen).orElse(clock.instant()),
          absence.map(Holding.Absent::times).orElse(1),
          absence.isEmpty());
    }
    if (landing instanceof LandingOutcome.Refused refused) {
      return new UnitOutcome.RefusedUnit(refused.unit(), refused.status(), refused.message());
    }
    return failed(landing.unit(), ((LandingOutcome.Failed) landing).message());
  }

  private UnitOutcome derive(UnitWork work, LandedInput input)
      throws IOException, InterruptedException {
    FirestreamUnit unit = work.unit();
    for (int round = 1; ; round++) {
      DerivedUnit derived = deriveWithPermit(unit, input);
      Manifest manifest = UnitManifests.of(derived, clock.instant());
      CommitEnding ending =
          committer.commit(unit, work.seen(), manifest, UnitManifests.pending(derived));
      if (ending instanceof CommitEnding.Torn torn && round < ROUNDS) {
        LOG.warn("{} It is done again now.", torn.message());
        continue;
      }
      return outcome(work, ending, manifest);
    }
  }

  private DerivedUnit deriveWithPermit(FirestreamUnit unit, LandedInput input)
      throws IOException, InterruptedException {
    Semaphore permits = DerivePermits.of(settings.derivations());
    permits.acquire();
    try {
      return deriver.derive(unit, List.of(input), store, settings.derive(), monitor.deriving(unit));
    } finally {
      permits.release();
    }
  }

  private UnitOutcome outcome(UnitWork work, CommitEnding ending, Manifest manifest) {
    FirestreamUnit unit = work.unit();
    if (ending instanceof CommitEnding.Committed) {
      return committed(unit, manifest);
    }
    if (ending instanceof CommitEnding.Overlapping overlapping) {
      return failed(
          unit,
          "other units hold, or are about to hold, some of the same time, so its rows would be there"
              + " twice: "
              + String.join(", ", overlapping.units()));
    }
    if (ending instanceof CommitEnding.Lost lost) {
      return heldByNow(work)
          ? new UnitOutcome.AlreadyHeld(unit, lost.message())
          : failed(unit, lost.message() + ". Run again when that one is done.");
    }
    return failed(unit, ((CommitEnding.Torn) ending).message());
  }

  private static UnitOutcome committed(FirestreamUnit unit, Manifest manifest) {
    Holding.Complete complete =
        manifest.complete().orElseThrow(() -> new IllegalStateException(unit.name()));
    return new UnitOutcome.Committed(
        unit,
        complete.counts(),
        complete.rejected().reasons(),
        complete.rejected().path(),
        complete.landed().stream().mapToLong(part -> part.bytes()).sum(),
        complete.derivedBytes());
  }

  private static UnitOutcome.FailedUnit failed(FirestreamUnit unit, String message) {
    return new UnitOutcome.FailedUnit(unit, message);
  }
}
