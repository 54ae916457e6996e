package io.stockpile.pipeline.jobs.erase;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.connectors.json.RecordFile;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code _erasures/{run}.json}, version 1: what one run erased. It has ids, counts and the user's
 * reason, but nothing of the erased content.
 *
 * @param state {@code begun} from before the first unit is changed until all have ended
 * @param endedBy the later run that found out how this one ended; empty when it said so itself
 * @param list the number of the tombstone list that was applied
 * @param ids how many ids that list has, by kind
 * @param newIds how many of them were new with this run, by kind
 * @param reason the user's reason for the ids of a file
 * @param alsoErase the causes that were erased because of {@code --alsoErase}
 * @param takenBack ids that are not to be erased any more, by kind; what was erased of them can be
 *     fetched again
 * @param units the units that contained one of the ids
 */
record EraseLedger(
    int version,
    String run,
    State state,
    Instant startedAt,
    @JsonInclude(Include.NON_NULL) Instant endedAt,
    @JsonInclude(Include.NON_EMPTY) String endedBy,
    int list,
    SortedMap<String, Long> ids,
    SortedMap<String, Long> newIds,
    @JsonInclude(Include.NON_EMPTY) String reason,
    @JsonInclude(Include.NON_EMPTY) List<String> alsoErase,
    @JsonInclude(Include.NON_EMPTY) SortedMap<String, List<Long>> takenBack,
    List<Unit> units) {

  static final int VERSION = 1;

  private static final String PREFIX = "_erasures/";

  EraseLedger {
    endedBy = endedBy == null ? "" : endedBy;
    reason = reason == null ? "" : reason;
    alsoErase = alsoErase == null ? List.of() : List.copyOf(alsoErase);
    takenBack = takenBack == null ? new TreeMap<>() : takenBack;
  }

  enum State {
    BEGUN,
    ENDED
  }

  /**
   * One unit, and how the work on it ended.
   *
   * @param outcome {@code planned}; at the end {@code erased}, {@code failed}, or {@code nothing}
   *     if no id was found in the unit's lines
   * @param generation the generation that was searched; 0 when the unit was not built before
   * @param lines how many of its lines are empty because this run or an earlier one erased them
   * @param values how much this run removed, by kind of id and part
   */
  record Unit(
      String unit,
      Outcome outcome,
      int generation,
      long lines,
      @JsonInclude(Include.NON_EMPTY) SortedMap<String, Long> values) {

    Unit {
      values = values == null ? new TreeMap<>() : values;
    }

    /** The same unit, with how the work on it ended. */
    Unit ended(Outcome what, long erasedLines) {
      return new Unit(unit, what, generation, erasedLines, values);
    }

    enum Outcome {
      PLANNED,
      ERASED,
      NOTHING,
      FAILED
    }
  }

  EraseLedger with(List<Unit> planned) {
    return with(state, endedAt, endedBy, planned);
  }

  EraseLedger ended(Instant now, List<Unit> ended) {
    return with(State.ENDED, now, endedBy, ended);
  }

  /** The ledger of a run that did not write its end itself. */
  EraseLedger endedBy(String other, Instant now, List<Unit> ended) {
    return with(State.ENDED, now, other, ended);
  }

  private EraseLedger with(State newState, Instant newEnd, String newEndedBy, List<Unit> newUnits) {
    return new EraseLedger(
        version,
        run,
        newState,
        startedAt,
        newEnd,
        newEndedBy,
        list,
        ids,
        newIds,
        reason,
        alsoErase,
        takenBack,
        List.copyOf(newUnits));
  }

  /**
   * Writes the ledger.
   *
   * @param version the version of the file that it replaces; empty when there is none
   * @return the version of the written file
   */
  String write(ObjectStore store, String version) throws IOException {
    String key = key(run);
    byte[] json = RecordFile.write(this);
    return version.isEmpty()
        ? store.putIfAbsent(key, json)
        : store.putIfUnchanged(key, json, version);
  }

  /** A ledger as it lies in the archive, with the version of its file. */
  record Held(EraseLedger ledger, String version) {}

  /** Reads the ledger of a run; empty when the run did not come to write one. */
  static Optional<Held> read(ObjectStore store, String run) throws IOException {
    Optional<Versioned> file = store.readVersioned(key(run));
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Held(
                RecordFile.read(
                    key(run), file.get().content(), VERSION, EraseLedger.class, read -> read),
                file.get().version()));
  }

  /** Reads the ledger of a run that has not said how it ended; empty when there is none. */
  static Optional<Held> readBegun(ObjectStore store, String run) throws IOException {
    return read(store, run).filter(held -> held.ledger().state() == State.BEGUN);
  }

  private static String key(String run) {
    return PREFIX + run + ".json";
  }
}
