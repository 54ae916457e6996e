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

  LandingOutcome take(FirestreamUnit unit, UnitWork.Source.UserFile file)
      throws IOException, InterruptedException {
    try (ObjectStore source = ObjectStores.open(file.location());
        InputStream content = source.read(file.key())) {
      return importer.land(unit, file.name(), content);
    }
  }

  @Override
  public void close() throws IOException {
    lander.close();
    store.close();
  }
}
