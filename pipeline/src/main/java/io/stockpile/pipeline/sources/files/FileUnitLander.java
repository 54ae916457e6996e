package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.files.FileImporter;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.landing.LandedGenerations;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoredObject;
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
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lands files of the user's in the place of the service's own. Thread-safe. */
final class FileUnitLander implements UnitLander {
  private static final Logger LOG = LoggerFactory.getLogger(FileUnitLander.class);

  private final ObjectStore store;
  private final FileImporter importer;

  private FileUnitLander(LanderContext context) {
    this.store = context.store();
    this.importer = new FileImporter(store, context.listener());
  }

  /** Makes one. */
  record Factory() implements UnitLander.Factory {
    @Override
    public UnitLander open(LanderContext context) {
      return new FileUnitLander(context);
    }
  }

  @Override
  public Set<String> landingKeys(UnitWork work) {
    return Set.of(unit(work).landingPrefix());
  }

  private static FirestreamUnit unit(UnitWork work) {
    return (FirestreamUnit) work.unit();
  }

  @Override
  public LandingResult land(UnitWork work, Optional<Manifest> held)
      throws IOException, InterruptedException {
    FirestreamUnit unit = unit(work);
    if (!(work.from() instanceof UnitWork.From.UserFile file)) {
      throw new IllegalArgumentException("There is no file to bring " + work);
    }
    LandingOutcome outcome = take(unit, file);
    if (outcome instanceof LandingOutcome.Landed landed) {
      return LandingResult.Landed.whole(LandedInput.of(landed.file()), Vocabulary.STOCKTWITS);
    }
    return LandingResult.Settled.failed(unit, ((LandingOutcome.Failed) outcome).message());
  }

  private LandingOutcome take(FirestreamUnit unit, UnitWork.From.UserFile file)
      throws IOException, InterruptedException {
    try (ObjectStore directory = ObjectStores.open(file.location());
        InputStream content = directory.read(file.key())) {
      return importer.land(unit, file.name(), () -> size(directory, file.key()), content);
    }
  }

  private static long size(ObjectStore directory, String key) throws IOException {
    return directory.find(key).orElseThrow(() -> new NoSuchFileException(key)).bytes();
  }

  @Override
  public void committed(UnitWork work, Manifest manifest) {
    LandedRemains.remove(store, unit(work).landingKey(), manifest);
  }

  /** A file that is not what its name says must not stand in the way of the service's own. */
  @Override
  public String withdraw(UnitWork work, LineCounts counts) {
    String first = unit(work).landingKey();
    try {
      Optional<StoredObject> newest = LandedGenerations.find(store, first).newest();
      if (newest.isPresent()) {
        store.delete(newest.get().key());
      }
      return "the file was taken out of _landing again.";
    } catch (IOException e) {
      LOG.debug("{} cannot be taken out of the landing area", first, e);
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
  public void close() {}
}
