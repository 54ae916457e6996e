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
 * What the archive holds of one stream.
 *
 * @param history what its sweeps cover; a sweep that was begun and has not ended counts as far down
 *     as it will go
 * @param begun sweeps that were landed and have no manifest, in the order of time
 * @param last when the latest sweep began; {@link Instant#EPOCH} when there was none
 * @param known the ids of all sweeps
 */
record StreamState(
    ApiStream stream,
    StreamHistory history,
    Map<SweepUnit, Begun> begun,
    Instant last,
    Set<String> known) {

  /**
   * A sweep that was begun and has no manifest.
   *
   * @param floor the newest id below it that other sweeps hold
   * @param floorSweep the id of the sweep that holds the floor; empty when there is none
   */
  record Begun(SweepFacts facts, long floor, String floorSweep) {}

  /**
   * Reads the state.
   *
   * @param mayNote whether the notes may be updated, see {@link SweepNotes#read}; nothing else is
   *     changed
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
      // What is held, without the sweeps that were only begun.
      StreamHistory held = new StreamHistory(spans);
      SweepFacts facts = sweep.getValue();
      long floor = floor(held, facts);
      String below = floor == Page.NOTHING ? "" : held.holding(floor).orElse("");
      goesOn.put(sweep.getKey(), new Begun(facts, floor, below));
      boolean joined = new SweepPages(store, sweep.getKey()).isJoined();
      // A sweep that has ended keeps its span; one that is continued will reach its floor.
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
