package io.stockpile.pipeline.beam;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.replay.ReplayLander;
import io.stockpile.connectors.replay.ReplayOutcome;
import io.stockpile.connectors.replay.ReplaySettings;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.values.KV;

/**
 * Lands the units of one account one after the other, the oldest first, because the service drops
 * it first.
 */
final class ReplayLandFn
    extends LandFn<KV<String, Iterable<ReplayUnit>>, ReplayOutcome, ReplayLander> {
  private static final long serialVersionUID = 1L;

  private final ReplaySettings settings;

  ReplayLandFn(ReplaySettings settings, StoreLocation location) {
    super(location);
    this.settings = settings;
  }

  @Override
  ReplayLander open(ObjectStore into, Surroundings surroundings) {
    return new ReplayLander(settings, into, LandingListener.NONE, surroundings);
  }

  @ProcessElement
  public void land(
      @Element KV<String, Iterable<ReplayUnit>> account, OutputReceiver<ReplayOutcome> outcomes)
      throws InterruptedException {
    List<ReplayUnit> units = new ArrayList<>();
    account.getValue().forEach(units::add);
    units.sort(Comparator.comparing(ReplayUnit::from).thenComparing(ReplayUnit::name));
    for (ReplayUnit unit : units) {
      outcomes.output(lander().land(unit));
    }
  }
}
