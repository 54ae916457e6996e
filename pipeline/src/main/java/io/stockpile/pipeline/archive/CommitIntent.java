package io.stockpile.pipeline.archive;

import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.RecordFile;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a commit is going to do, written down before it does it, so that any process can finish it.
 *
 * @param by the run that made it
 * @param at when it was made
 * @param replaces the version of the manifest that it replaces; empty when there is none
 * @param manifest the manifest that will be written
 * @param pending the objects that will become visible
 * @param remove keys of visible files that the unit will have no more
 * @param tornBefore whether the unit had to be done again already when this commit began
 * @param visible keys of files that may be visible and belong to no manifest, because an earlier
 *     commit of the unit could not be finished
 */
record CommitIntent(
    State state,
    String by,
    Instant at,
    String manifestKey,
    String replaces,
    Manifest manifest,
    List<PendingObject> pending,
    List<String> remove,
    boolean tornBefore,
    List<String> visible) {

  /** How far a commit has come. */
  enum State {
    /** The unit is taken; nothing is visible yet, and it may still turn out that it must not be. */
    CLAIMED,
    /** It will be done: whoever finds it finishes it. */
    DECIDED,
    /** It was given up before anything of it became visible. Means nothing any more. */
    DROPPED,
    /**
     * What is visible and what the manifest says may differ: the commit was given up half-way. The
     * unit must be done again.
     */
    TORN
  }

  CommitIntent {
    pending = List.copyOf(pending);
    remove = List.copyOf(remove);
    visible = List.copyOf(visible);
  }

  UnitCoverage unit() {
    return manifest.unit();
  }

  /** Whether the unit must be done again unless this commit is taken to its end. */
  boolean torn() {
    return state == State.TORN || tornBefore;
  }

  CommitIntent decided(String replacedVersion) {
    return new CommitIntent(
        State.DECIDED,
        by,
        at,
        manifestKey,
        replacedVersion,
        manifest,
        pending,
        remove,
        tornBefore,
        visible);
  }

  /** Given up before anything of it became visible. */
  CommitIntent dropped() {
    State left = tornBefore ? State.TORN : State.DROPPED;
    return new CommitIntent(
        left, by, at, manifestKey, replaces, manifest, List.of(), List.of(), tornBefore, visible);
  }

  /** Given up when some of its files may be visible already. */
  CommitIntent givenUp() {
    Set<String> all = new LinkedHashSet<>(visible);
    pending.forEach(object -> all.add(object.key()));
    all.addAll(remove);
    return new CommitIntent(
        State.TORN,
        by,
        at,
        manifestKey,
        replaces,
        manifest,
        List.of(),
        List.of(),
        true,
        List.copyOf(all));
  }

  /** Whether the two are steps of one and the same commit. */
  boolean sameCommit(CommitIntent other) {
    return by.equals(other.by)
        && at.equals(other.at)
        && manifest.equals(other.manifest)
        && (pending.equals(other.pending) || pending.isEmpty() || other.pending.isEmpty());
  }

  byte[] toJson() {
    return RecordFile.write(IntentFile.of(this));
  }

  /**
   * Reads it back.
   *
   * @param where the file's key, for messages
   */
  static CommitIntent fromJson(String where, byte[] json) throws BrokenRecordException {
    return RecordFile.read(where, json, IntentFile.VERSION, IntentFile.class, IntentFile::intent);
  }
}
