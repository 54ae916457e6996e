package io.stockpile.pipeline.beam;

import io.stockpile.connectors.firestream.FirestreamLander;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandedGenerations;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;

/** Lands units one after the other with one client and one store. */
final class FirestreamLandFn extends DoFn<FirestreamUnit, LandingOutcome> {
  private static final long serialVersionUID = 1L;

  private final FirestreamSettings settings;
  private final boolean afresh;
  private final StoreLocation location;
  private transient ObjectStore store;
  private transient FirestreamLander lander;

  FirestreamLandFn(FirestreamSettings settings, boolean afresh, StoreLocation location) {
    this.settings = settings;
    this.afresh = afresh;
    this.location = location;
  }

  @Setup
  public void setup() throws IOException {
    store = ObjectStores.open(location);
    lander =
        new FirestreamLander(
            settings,
            store,
            LandingListener.NONE,
            Surroundings.system().withProxyCredentials(location.proxyCredentials()));
  }

  @ProcessElement
  public void land(@Element FirestreamUnit unit, OutputReceiver<LandingOutcome> outcomes)
      throws InterruptedException, IOException {
    LandingOutcome outcome = afresh ? lander.landAfresh(unit) : lander.land(unit);
    if (outcome instanceof LandingOutcome.Landed landed && landed.fetched()) {
      LandedGenerations.find(store, unit.landingKey()).removeAllBefore(landed.file().key());
    }
    outcomes.output(outcome);
  }

  @Teardown
  public void teardown() throws IOException {
    if (lander != null) {
      lander.close();
    }
    if (store != null) {
      store.close();
    }
  }
}
