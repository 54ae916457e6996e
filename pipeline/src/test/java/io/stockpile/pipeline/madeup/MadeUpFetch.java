package io.stockpile.pipeline.madeup;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.run.Forecast;
import io.stockpile.pipeline.run.Order;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders the notes of some days. */
record MadeUpFetch(List<LocalDate> days, Map<LocalDate, byte[]> notes) implements Order {
  @Override
  public String command() {
    return "fetch";
  }

  @Override
  public String asked() {
    return "Notes of " + days.size() + " days";
  }

  @Override
  public List<MadeUpUnit> units(ObjectStore store) {
    return days.stream().map(MadeUpUnit::new).toList();
  }

  @Override
  public UnitWork.From from(PlannedUnit unit) {
    return new UnitWork.From.Service(false);
  }

  @Override
  public Map<String, UnitLander.Factory> landers() {
    return Map.of(MadeUp.NAME, new MadeUpLander.Factory(notes));
  }

  @Override
  public Forecast forecast(List<PlannedUnit> planned, ObjectStore store) {
    long requests = planned.stream().filter(unit -> unit.settled().isEmpty()).count();
    return new Forecast(
        List.of("Requests: " + requests),
        List.of(),
        requests > 0,
        Optional.of(
            new Forecast.Login("madeupCredentials", CredentialsReference.parse("env:MADEUP"))));
  }
}
