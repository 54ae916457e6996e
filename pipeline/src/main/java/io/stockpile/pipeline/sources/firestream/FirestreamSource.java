package io.stockpile.pipeline.sources.firestream;

import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.archive.AbsenceRecorder;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.Holding;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.unit.Brought;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitSource;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.Versions;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Firestream's files, and files of the user's that take their place. Thread-safe. */
public final class FirestreamSource implements UnitSource {
  private static final Logger LOG = LoggerFactory.getLogger(FirestreamSource.class);

  private final ObjectStore store;
  private final UnitLanding landing;
  private final UnitCommitter committer;
  private final Clock clock;

  /**
   * @param landing is closed with this
   */
  public FirestreamSource(
      ObjectStore store, UnitLanding landing, UnitCommitter committer, Clock clock) {
    this.store = store;
    this.landing = landing;
    this.committer = committer;
    this.clock = clock;
  }

  @Override
  public Set<String> landingKeys(UnitWork work) {
    boolean lands = !(work.source() instanceof UnitWork.Source.LandingArea);
    return lands ? Set.of(unit(work).landingKey()) : Set.of();
  }

  private static FirestreamUnit unit(UnitWork work) {
    return (FirestreamUnit) work.unit();
  }

  @Override
  public Brought bring(UnitWork work, Optional<Manifest> held)
      throws IOException, InterruptedException {
    FirestreamUnit unit = unit(work);
    if (work.source() instanceof UnitWork.Source.LandingArea area) {
      return landed(unit, area.input());
    }
    boolean asksAgain =
        work.source() instanceof UnitWork.Source.Service
            && held.filter(Manifest::lengthUndeclared).isPresent();
    boolean torn = asksAgain && committer.isTorn(unit);
    if (held.isPresent() && !committer.beginReplacing(unit, held.get())) {
      return failed(unit, "another process is committing it. Run again when that one is done.");
    }
    LandingOutcome landed = land(work, unit, asksAgain);
    if (landed instanceof LandingOutcome.Landed done) {
      if (asksAgain && !torn && isTheSame(done.file(), held)) {
        committer.nothingReplaced(unit);
        return new Brought.Ended(
            new UnitOutcome.AlreadyHeld(
                unit,
                "fetched once more, the same "
                    + done.file().bytes()
                    + " bytes came, and still no answer said how long the file is; the next"
                    + " backfill of the day asks again."));
      }
      return Brought.ToDerive.of(LandedInput.of(done.file()));
    }
    if (held.isPresent()) {
      committer.nothingReplaced(unit);
    }
    return notLanded(landed);
  }

  private LandingOutcome land(UnitWork work, FirestreamUnit unit, boolean asksAgain)
      throws IOException, InterruptedException {
    if (work.source() instanceof UnitWork.Source.UserFile file) {
      return landing.take(unit, file);
    }
    return asksAgain ? landing.fetchAfresh(unit) : landing.fetch(unit);
  }

  private static boolean isTheSame(LandedFile file, Optional<Manifest> held) {
    return file.length() == LandedFile.Length.UNDECLARED
        && held.flatMap(Manifest::derived).stream()
            .flatMap(derived -> derived.landed().stream())
            .anyMatch(part -> part.sha256().equals(file.sha256()));
  }

  private Brought landed(FirestreamUnit unit, LandedInput input) throws IOException {
    Optional<StoredObject> found = store.find(input.key());
    if (found.isPresent()) {
      return Brought.ToDerive.of(input.bytes() < 0 ? asFound(found.get()) : input);
    }
    return failed(
        unit,
        input.key()
            + " is gone, so its tables cannot be built again; they stay as they are. Bring it"
            + " in again: backfill --onExisting=replace, or import.");
  }

  /** What nothing is written down about but, where there is one, the note beside it. */
  private LandedInput asFound(StoredObject object) throws IOException {
    boolean undeclared =
        LandedDoubts.find(store, object.key())
            .filter(doubt -> doubt == LandedDoubts.Doubt.UNDECLARED_LENGTH)
            .isPresent();
    return LandedInput.landed(
        object.key(),
        object.bytes(),
        "",
        undeclared ? LandedFile.Length.UNDECLARED : LandedFile.Length.DECLARED);
  }

  private Brought notLanded(LandingOutcome landing) throws IOException {
    if (landing instanceof LandingOutcome.Absent absent) {
      Manifest manifest =
          new AbsenceRecorder(store, clock)
              .record(absent.unit(), absent.message(), Versions.schema(), Versions.product());
      Optional<Holding.Absent> absence = manifest.absent();
      return new Brought.Ended(
          new UnitOutcome.AbsentUnit(
              absent.unit(),
              absent.message(),
              absence.map(Holding.Absent::firstSeen).orElse(clock.instant()),
              absence.map(Holding.Absent::times).orElse(1),
              absence.isEmpty()));
    }
    if (landing instanceof LandingOutcome.Refused refused) {
      return new Brought.Ended(
          new UnitOutcome.RefusedUnit(refused.unit(), refused.status(), refused.message()));
    }
    return failed(landing.unit(), ((LandingOutcome.Failed) landing).message());
  }

  private static Brought failed(FirestreamUnit unit, String message) {
    return new Brought.Ended(new UnitOutcome.FailedUnit(unit, message));
  }

  @Override
  public void committed(UnitWork work, Manifest manifest) {
    // A file is landed under one key: the new one has taken the place of the former.
  }

  /**
   * A file of the user's that is not what its name says must not stand in the way of the service's
   * own. What the service sent stays landed, and is asked for again where no line of it was of any
   * use; where some were, the service would send the same.
   */
  @Override
  public String withdrawn(UnitWork work, LineCounts counts) {
    if (work.source() instanceof UnitWork.Source.Service && counts.rejectedShare() >= 1) {
      return doubted(unit(work).landingKey());
    }
    if (!(work.source() instanceof UnitWork.Source.UserFile)) {
      return "to fetch the file again, use backfill --onExisting=replace.";
    }
    return takenOut(unit(work).landingKey());
  }

  private String doubted(String key) {
    try {
      LandedDoubts.write(store, key, LandedDoubts.Doubt.NO_LINE_TAKEN);
      return "no line of it was of any use, so the same command fetches the file again.";
    } catch (IOException e) {
      LOG.debug("No note can be written beside {}", key, e);
      return "to fetch the file again, use backfill --onExisting=replace (no note could be written"
          + " beside it: "
          + Failures.inOneLine(e)
          + ").";
    }
  }

  private String takenOut(String key) {
    try {
      store.delete(key);
      return "the file was taken out of _landing again.";
    } catch (IOException e) {
      LOG.debug("{} cannot be taken out of the landing area", key, e);
      return "the file could not be taken out of _landing again ("
          + Failures.inOneLine(e)
          + "), so use backfill --onExisting=replace.";
    }
  }

  @Override
  public String againWith() {
    return "backfill --onExisting=replace, or import.";
  }

  @Override
  public void close() throws IOException {
    landing.close();
  }
}
