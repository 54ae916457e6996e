package io.stockpile.pipeline.sources.firestream;

import io.stockpile.connectors.codec.DamagedFileException;
import io.stockpile.connectors.firestream.FirestreamLander;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandedFiles;
import io.stockpile.connectors.landing.LandedGenerations;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.archive.AbsenceRecorder;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.build.BuildAlong;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.Versions;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.unit.LandedRemains;
import io.stockpile.pipeline.unit.LanderContext;
import io.stockpile.pipeline.unit.LandingResult;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lands Firestream's files, or finds those that were landed. Thread-safe. */
final class FirestreamUnitLander implements UnitLander {
  private static final Logger LOG = LoggerFactory.getLogger(FirestreamUnitLander.class);

  private final ObjectStore store;
  private final FirestreamLander lander;
  private final int downloads;
  private final UnitCommitter committer;
  private final Clock clock;

  private FirestreamUnitLander(FirestreamSettings settings, LanderContext context) {
    this.store = context.store();
    this.lander = new FirestreamLander(settings, store, context.listener(), context.surroundings());
    this.downloads = settings.downloads();
    this.committer = context.committer();
    this.clock = context.surroundings().clock();
  }

  /** Makes the lander; its settings hold no secret. */
  record Factory(FirestreamSettings settings) implements UnitLander.Factory {
    @Override
    public UnitLander open(LanderContext context) {
      return new FirestreamUnitLander(settings, context);
    }

    @Override
    public int landings() {
      return settings.downloads();
    }

    @Override
    public String aboutAbsent() {
      return "It may appear later, and may be gone for good: how long Firestream keeps a day is not"
          + " published. The same command asks again for these units only.";
    }
  }

  @Override
  public Set<String> landingKeys(UnitWork work) {
    boolean lands = work.from() instanceof UnitWork.From.Service;
    return lands ? Set.of(unit(work).landingPrefix()) : Set.of();
  }

  private static FirestreamUnit unit(UnitWork work) {
    return (FirestreamUnit) work.unit();
  }

  @Override
  public LandingResult land(UnitWork work, Optional<Manifest> held, BuildAlong along)
      throws IOException, InterruptedException {
    FirestreamUnit unit = unit(work);
    if (work.from() instanceof UnitWork.From.Landed landed) {
      return landed(work, landed.known());
    }
    if (!(work.from() instanceof UnitWork.From.Service service)) {
      throw new IllegalArgumentException("Firestream cannot bring " + work);
    }
    boolean asksAgain = held.filter(Manifest::lengthUndeclared).isPresent();
    boolean torn = asksAgain && committer.isTorn(unit);
    LandingOutcome outcome =
        lander.land(
            unit,
            service.afresh() || asksAgain,
            work.landed(),
            along.tap(Vocabulary.STOCKTWITS, downloads));
    if (outcome instanceof LandingOutcome.Landed landed) {
      if (asksAgain && !torn && isTheSame(landed.file(), held)) {
        store.delete(landed.file().key());
        LandedDoubts.remove(store, landed.file().key());
        return new LandingResult.Settled(
            new UnitOutcome.AlreadyHeld(
                unit,
                "fetched once more, the same "
                    + landed.file().bytes()
                    + " bytes came, and still no answer said how long the file is; the next"
                    + " backfill of the day asks again."));
      }
      return LandingResult.Landed.whole(LandedInput.of(landed.file()), Vocabulary.STOCKTWITS);
    }
    return notLanded(unit, outcome);
  }

  private LandingResult landed(UnitWork work, List<LandedInput> known) throws IOException {
    FirestreamUnit unit = unit(work);
    Optional<LandedInput> proven = known.stream().findFirst();
    Optional<StoredObject> found =
        proven.isPresent()
            ? store.find(proven.get().key())
            : LandedGenerations.confirm(store, unit.landingKey(), work.landed()).newest();
    if (found.isEmpty()) {
      return LandingResult.Settled.failed(
          unit,
          proven.map(LandedInput::key).orElse(unit.landingKey())
              + " is gone, so its tables cannot be built again; they stay as they are. Bring it in"
              + " again: "
              + againWith());
    }
    return LandingResult.Landed.whole(
        proven.isPresent() ? proven.get() : asFound(found.get()), Vocabulary.STOCKTWITS);
  }

  /**
   * The input for a landed object of which no size or digest was recorded; only a note beside it
   * may say something.
   */
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

  /**
   * Whether the fetched file is the one that is held, and the held one is undamaged in the archive.
   */
  private boolean isTheSame(LandedFile file, Optional<Manifest> held) throws IOException {
    Optional<LandedFacts> same =
        held.flatMap(Manifest::derived).stream()
            .flatMap(derived -> derived.landed().stream())
            .filter(part -> part.originalSha256().equals(file.sha256()))
            .findFirst();
    if (file.length() != LandedFile.Length.UNDECLARED
        || same.isEmpty()
        || store.find(same.get().key()).isEmpty()) {
      return false;
    }
    try {
      return LandedFiles.prove(store, same.get().key()).sha256().equals(same.get().sha256());
    } catch (GzipFormatException | DamagedFileException e) {
      return false;
    }
  }

  private LandingResult notLanded(FirestreamUnit unit, LandingOutcome outcome) throws IOException {
    if (outcome instanceof LandingOutcome.Absent absent) {
      Manifest manifest =
          new AbsenceRecorder(store, clock)
              .record(unit, absent.message(), Versions.schema(), Versions.product());
      Optional<ManifestContent.Absent> absence = manifest.absent();
      return new LandingResult.Settled(
          new UnitOutcome.AbsentUnit(
              unit,
              absent.message(),
              absence.map(ManifestContent.Absent::firstSeen).orElse(clock.instant()),
              absence.map(ManifestContent.Absent::times).orElse(1),
              absence.isEmpty()));
    }
    if (outcome instanceof LandingOutcome.Refused refused) {
      return new LandingResult.Settled(
          new UnitOutcome.RefusedUnit(unit, refused.status(), refused.message()));
    }
    return LandingResult.Settled.failed(unit, ((LandingOutcome.Failed) outcome).message());
  }

  @Override
  public void committed(UnitWork work, Manifest manifest) {
    if (work.from() instanceof UnitWork.From.Service) {
      LandedRemains.remove(store, unit(work).landingKey(), work.landed(), manifest);
    }
  }

  /**
   * What the service sent stays landed. If all its lines were rejected, it is marked to be
   * requested again. If only some were, it is not, because the service would send the same.
   */
  @Override
  public String withdraw(UnitWork work, LineCounts counts) {
    if (!(work.from() instanceof UnitWork.From.Service) || counts.rejectedShare() < 1) {
      return "to fetch the file again, use backfill --onExisting=replace.";
    }
    String key = unit(work).landingKey();
    try {
      Optional<StoredObject> newest = LandedGenerations.find(store, key).newest();
      if (newest.isPresent()) {
        LandedDoubts.write(store, newest.get().key(), LandedDoubts.Doubt.NO_LINE_TAKEN);
      }
      return "no line of it was of any use, so the same command fetches the file again.";
    } catch (IOException e) {
      LOG.debug("No note can be written beside {}", key, e);
      return "to fetch the file again, use backfill --onExisting=replace (no note could be written"
          + " beside it: "
          + Failures.inOneLine(e)
          + ").";
    }
  }

  @Override
  public String againWith() {
    return "backfill --onExisting=replace, or import.";
  }

  @Override
  public void close() throws IOException {
    lander.close();
  }
}
