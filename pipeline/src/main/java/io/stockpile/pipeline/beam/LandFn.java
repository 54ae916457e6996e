package io.stockpile.pipeline.beam;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import java.io.Closeable;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Lands with one client and one store for each worker thread.
 *
 * @param <L> the client
 */
abstract class LandFn<InputT, OutputT, L extends Closeable> extends DoFn<InputT, OutputT> {
  private static final long serialVersionUID = 1L;

  private final StoreLocation location;
  private transient ObjectStore store;
  private transient L lander;

  LandFn(StoreLocation location) {
    this.location = location;
  }

  /** Opens the client; {@link #teardown} closes it. */
  abstract L open(ObjectStore into, Surroundings surroundings);

  final ObjectStore store() {
    return store;
  }

  final L lander() {
    return lander;
  }

  @Setup
  public void setup() throws IOException {
    store = ObjectStores.open(location);
    lander = open(store, Surroundings.system().withProxyCredentials(location.proxyCredentials()));
  }

  @Teardown
  public void teardown() throws IOException {
    try (ObjectStore closing = store) {
      if (lander != null) {
        lander.close();
      }
    }
  }
}
