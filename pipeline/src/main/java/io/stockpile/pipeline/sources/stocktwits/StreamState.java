package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.stocktwits.sweeps.SweepFacts;
import io.stockpile.connectors.stocktwits.sweeps.SweepPages;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the archive has of one stream.
 *
 * @param history what its sweeps account for, those that were begun and have not ended among them
 *     as far down as they will go
 * @param begun sweeps that are landed and that no manifest speaks of, in order of time
 * @param last when the latest sweep was begun; {@link Instant#EPOCH} when there was none
 * @param known the ids of all sweeps
 */
record StreamState(
    ApiStream stream,
    StreamHistory history,
    Map<SweepUnit, Begun> begun,
    Instant last,
    Set<String> known) {

  /**
   * A sweep that was begun.
   *
   * @param floor the newest id that is held below it, without the sweep itself
   * @param floorSweep the sweep that holds it; empty when there is none
   */
  record Begun(SweepFacts facts, long floor, String floorSweep) {}

  /**
   * Reads it.
   *
   * @param mayNote see {@link SweepNotes#read}; nothing else is ever changed
   */
  static StreamState read(ObjectStore store, ApiStream stream, boolean mayNote) throws IOException {
    List<Span> spans = new ArrayList<>();
    Set<String> committed = new HashSet<>();
    Instant last = Instant.EPOCH;
    for (SweepNotes.Committed sweep : new SweepNotes(store, stream).read(mayNote)) {
      SweepUnit unit = sweep.unit();
      committed.add(unit.id());
      if (sweep.readable()) {
        last = unit.begun().isAfter(last) ? unit.begun() : last;
        sweep.span().ifPresent(spans::add);
      }
    }
    Set<String> known = new HashSet<>(committed);
    Map<SweepUnit, SweepFacts> begun =
        new TreeMap<>((one, other) -> one.begun().compareTo(other.begun()));
    for (StoredObject object : store.list("_landing/" + SweepUnit.series(stream) + "/")) {
      Optional<SweepUnit> unit =
          SweepUnit.ofKey(object.key()).filter(found -> found.stream().equals(stream));
      if (unit.isPresent()
          && !committed.contains(unit.get().id())
          && !begun.containsKey(unit.get())) {
        known.add(unit.get().id());
        begun.put(unit.get(), new SweepPages(store, unit.get()).facts());
      }
    }
    Map<SweepUnit, Begun> goesOn = new LinkedHashMap<>();
    for (Map.Entry<SweepUnit, SweepFacts> sweep : begun.entrySet()) {
      // Of what is held beside the sweep itself.
      StreamHistory held = new StreamHistory(spans);
      SweepFacts facts = sweep.getValue();
      long floor = floor(held, facts);
      String below = floor == Page.NOTHING ? "" : held.holding(floor).orElse("");
      goesOn.put(sweep.getKey(), new Begun(facts, floor, below));
      boolean joined = new SweepPages(store, sweep.getKey()).isJoined();
      // One that has ended leaves what it left; one that goes on will come down to its floor.
      Span.of(sweep.getKey().id(), facts)
          .map(landed -> joined ? landed : landed.downTo(floor))
          .ifPresent(spans::add);
    }
    return new StreamState(stream, new StreamHistory(spans), goesOn, last, Set.copyOf(known));
  }

  private static long floor(StreamHistory held, SweepFacts facts) {
    return held.newestBelow(
        facts.below() != Page.NEWEST ? facts.below() : Math.addExact(facts.newest(), 1));
  }
}
