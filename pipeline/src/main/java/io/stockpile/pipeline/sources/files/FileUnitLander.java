package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.files.FileImporter;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandedGenerations;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.TextTap;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.build.BuildAlong;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.unit.LandedRemains;
import io.stockpile.pipeline.unit.LanderContext;
import io.stockpile.pipeline.unit.LandingResult;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lands files of the user, or finds those that were landed. Thread-safe. */
final class FileUnitLander implements UnitLander {
  private static final Logger LOG = LoggerFactory.getLogger(FileUnitLander.class);

  private final ObjectStore store;
  private final FileImporter importer;

  private FileUnitLander(LanderContext context) {
    this.store = context.store();
    this.importer = new FileImporter(store, context.listener());
  }

  /** Makes the lander. */
  record Factory() implements UnitLander.Factory {
    @Override
    public UnitLander open(LanderContext context) {
      return new FileUnitLander(context);
    }
  }

  @Override
  public Set<String> landingKeys(UnitWork work) {
    boolean lands = work.from() instanceof UnitWork.From.UserFile;
    return lands ? Set.of(work.unit().landingPrefix()) : Set.of();
  }

  @Override
  public LandingResult land(UnitWork work, Optional<Manifest> held, BuildAlong along)
      throws IOException, InterruptedException {
    Vocabulary vocabulary = FilePlace.of(work.unit()).vocabulary();
    if (work.from() instanceof UnitWork.From.Landed landed) {
      return landed(work, vocabulary, landed.known());
    }
    if (!(work.from() instanceof UnitWork.From.UserFile file)) {
      throw new IllegalArgumentException("There is no file to bring " + work);
    }
    LandingOutcome outcome = take(work, file, along.tap(vocabulary));
    if (outcome instanceof LandingOutcome.Landed landed) {
      return LandingResult.Landed.whole(LandedInput.of(landed.file()), vocabulary);
    }
    return LandingResult.Settled.failed(work.unit(), ((LandingOutcome.Failed) outcome).message());
  }

  private LandingResult landed(UnitWork work, Vocabulary vocabulary, List<LandedInput> known)
      throws IOException {
    ArchiveUnit unit = work.unit();
    Optional<LandedInput> proven = known.stream().findFirst();
    String first = FilePlace.of(unit).firstKey();
    Optional<StoredObject> found =
        proven.isPresent()
            ? store.find(proven.get().key())
            : LandedGenerations.confirm(store, first, work.landed()).newest();
    if (found.isEmpty()) {
      return LandingResult.Settled.failed(
          unit,
          proven.map(LandedInput::key).orElse(first)
              + " is gone, so its tables cannot be built again; they stay as they are. Bring it in"
              + " again: "
              + againWith());
    }
    StoredObject object = found.get();
    return LandingResult.Landed.whole(
        proven.orElseGet(
            () -> LandedInput.landed(object.key(), object.bytes(), "", LandedFile.Length.DECLARED)),
        vocabulary);
  }

  private LandingOutcome take(UnitWork work, UnitWork.From.UserFile file, TextTap tap)
      throws IOException, InterruptedException {
    try (ObjectStore directory = ObjectStores.open(file.location());
        InputStream content = directory.read(file.key())) {
      return importer.land(
          work.unit(),
          FilePlace.of(work.unit()).keys(),
          file.name(),
          () -> size(directory, file.key()),
          work.landed(),
          content,
          tap);
    }
  }

  private static long size(ObjectStore directory, String key) throws IOException {
    return directory.find(key).orElseThrow(() -> new NoSuchFileException(key)).bytes();
  }

  @Override
  public void committed(UnitWork work, Manifest manifest) {
    if (work.from() instanceof UnitWork.From.UserFile) {
      LandedRemains.remove(store, FilePlace.of(work.unit()).firstKey(), work.landed(), manifest);
    }
  }

  /**
   * Removes the file that was landed last, because its content is not what its name says. The next
   * import then can land a better one.
   */
  @Override
  public String withdraw(UnitWork work, LineCounts counts) {
    FilePlace place = FilePlace.of(work.unit());
    if (!(work.from() instanceof UnitWork.From.UserFile)) {
      return "to bring in another file, use " + place.replaceWith() + ".";
    }
    try {
      Optional<StoredObject> newest = LandedGenerations.find(store, place.firstKey()).newest();
      if (newest.isPresent()) {
        store.delete(newest.get().key());
      }
      return "the file was taken out of _landing again.";
    } catch (IOException e) {
      LOG.debug("{} cannot be taken out of the landing area", place.firstKey(), e);
      return "the file could not be taken out of _landing again ("
          + Failures.inOneLine(e)
          + "), so use "
          + place.replaceWith()
          + ".";
    }
  }

  @Override
  public String againWith() {
    return "import --onExisting=replace.";
  }

  @Override
  public void close() {}
}
