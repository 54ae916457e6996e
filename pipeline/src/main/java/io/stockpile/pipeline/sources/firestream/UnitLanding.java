package io.stockpile.pipeline.sources.firestream;

import io.stockpile.connectors.files.FileImporter;
import io.stockpile.connectors.firestream.FirestreamLander;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/** Brings a unit's bytes into the landing area, from wherever its work says. Thread-safe. */
public final class UnitLanding implements AutoCloseable {
  private final ObjectStore store;
  private final FirestreamLander lander;
  private final FileImporter importer;

  public UnitLanding(
      ObjectStore store,
      FirestreamSettings settings,
      LandingListener listener,
      Surroundings surroundings) {
    this.store = store;
    this.lander = new FirestreamLander(settings, store, listener, surroundings);
    this.importer = new FileImporter(store, listener);
  }

  LandingOutcome fetch(FirestreamUnit unit) throws InterruptedException {
    return lander.land(unit);
  }

  /** The same, whatever lies there already. */
  LandingOutcome fetchAfresh(FirestreamUnit unit) throws InterruptedException {
    return lander.landAfresh(unit);
  }

  LandingOutcome take(FirestreamUnit unit, UnitWork.Source.UserFile file)
      throws IOException, InterruptedException {
    try (ObjectStore source = ObjectStores.open(file.location());
        InputStream content = source.read(file.key())) {
      return importer.land(unit, file.name(), () -> size(source, file.key()), content);
    }
  }

  private static long size(ObjectStore source, String key) throws IOException {
    return source.find(key).orElseThrow(() -> new NoSuchFileException(key)).bytes();
  }

  @Override
  public void close() throws IOException {
    lander.close();
    store.close();
  }
}
