package io.stockpile.pipeline.erase.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.connectors.json.RecordFile;
import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code _erasures/{run}.json}, version 1: what one run took out. Ids and counts, and the words of
 * whoever asked; nothing of what went.
 *
 * @param state {@code begun} from before the first unit is changed until the last one is
 * @param list the number of the list that was applied
 * @param ids how many ids that list has, by kind
 * @param newIds how many of them came with this run, by kind
 * @param reason why ids of a file were asked for
 * @param alsoErase the causes that counted because they were asked for
 * @param takenBack ids that were to be gone and are not any more, by kind: what was erased of them
 *     can be asked for again
 * @param units those that held something
 */
record EraseLedger(
    int version,
    String run,
    State state,
    Instant startedAt,
    @JsonInclude(Include.NON_NULL) Instant endedAt,
    int list,
    SortedMap<String, Long> ids,
    SortedMap<String, Long> newIds,
    @JsonInclude(Include.NON_EMPTY) String reason,
    @JsonInclude(Include.NON_EMPTY) List<String> alsoErase,
    @JsonInclude(Include.NON_EMPTY) SortedMap<String, List<Long>> takenBack,
    List<Unit> units) {

  static final int VERSION = 1;

  private static final String PREFIX = "_erasures/";

  enum State {
    BEGUN,
    ENDED
  }

  /**
   * One unit.
   *
   * @param outcome {@code planned}, and at the end {@code erased}, {@code nothing} where nothing
   *     was found in the lines, or {@code failed}
   * @param generation the one that was looked at
   * @param lines how many of its lines are empty now because they were erased, by this run or
   *     before
   * @param values what went in this run, by kind and part
   */
  record Unit(
      String unit,
      Outcome outcome,
      int generation,
      long lines,
      @JsonInclude(Include.NON_EMPTY) SortedMap<String, Long> values) {

    enum Outcome {
      PLANNED,
      ERASED,
      NOTHING,
      FAILED
    }
  }

  EraseLedger with(List<Unit> planned) {
    return with(state, endedAt, planned);
  }

  EraseLedger ended(Instant now, List<Unit> ended) {
    return with(State.ENDED, now, ended);
  }

  private EraseLedger with(State newState, Instant newEnd, List<Unit> newUnits) {
    return new EraseLedger(
        version,
        run,
        newState,
        startedAt,
        newEnd,
        list,
        ids,
        newIds,
        reason,
        alsoErase,
        takenBack,
        List.copyOf(newUnits));
  }

  /**
   * Writes it.
   *
   * @param version of the one that it takes the place of; empty for none
   * @return its version
   */
  String write(ObjectStore store, String version) throws IOException {
    String key = PREFIX + run + ".json";
    byte[] json = RecordFile.write(this);
    return version.isEmpty()
        ? store.putIfAbsent(key, json)
        : store.putIfUnchanged(key, json, version);
  }
}
