package io.stockpile.pipeline.beam;

import io.stockpile.connectors.firestream.FirestreamLander;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandedGenerations;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import java.io.IOException;

/** Lands units one after the other with one client and one store. */
final class FirestreamLandFn extends LandFn<FirestreamUnit, LandingOutcome, FirestreamLander> {
  private static final long serialVersionUID = 1L;

  private final FirestreamSettings settings;
  private final boolean afresh;

  FirestreamLandFn(FirestreamSettings settings, boolean afresh, StoreLocation location) {
    super(location);
    this.settings = settings;
    this.afresh = afresh;
  }

  @Override
  FirestreamLander open(ObjectStore into, Surroundings surroundings) {
    return new FirestreamLander(settings, into, LandingListener.NONE, surroundings);
  }

  @ProcessElement
  public void land(@Element FirestreamUnit unit, OutputReceiver<LandingOutcome> outcomes)
      throws InterruptedException, IOException {
    LandingOutcome outcome = afresh ? lander().landAfresh(unit) : lander().land(unit);
    if (outcome instanceof LandingOutcome.Landed landed && landed.fetched()) {
      LandedGenerations.find(store(), unit.landingKey()).removeAllBefore(landed.file().key());
    }
    outcomes.output(outcome);
  }
}
