package io.stockpile.pipeline.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.pipeline.manifest.BrokenRecordException;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestJson;
import io.stockpile.pipeline.manifest.RecordReader;
import io.stockpile.pipeline.manifest.RecordWriter;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

  private static final int VERSION = 1;

  /** How far a commit has come. */
  enum State {
    /** The unit is taken; nothing is visible yet, and it may still turn out that it must not be. */
    CLAIMED,
    /** It will be done: whoever finds it finishes it. */
    DECIDED,
    /** It was given up before anything of it became visible. Means nothing any more. */
    DROPPED,
    /**
     * What is visible and what the manifest says may differ: the commit was given up half-way, or
     * the landed bytes are being replaced. The unit must be done again.
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
    ObjectNode json = RecordWriter.object();
    json.put("version", VERSION)
        .put("state", state.name().toLowerCase(Locale.ROOT))
        .put("by", by)
        .put("at", at.toString())
        .put("manifest_key", manifestKey)
        .put("replaces", replaces)
        .set("manifest", ManifestJson.tree(manifest));
    ArrayNode objects = json.putArray("pending");
    for (PendingObject object : pending) {
      objects
          .addObject()
          .put("key", object.key())
          .put("bytes", object.bytes())
          .put("sha256", object.sha256())
          .put("handle", object.handle());
    }
    remove.forEach(json.putArray("remove")::add);
    json.put("torn_before", tornBefore);
    visible.forEach(json.putArray("visible")::add);
    return RecordWriter.bytes(json);
  }

  static CommitIntent fromJson(String where, byte[] content) throws BrokenRecordException {
    RecordReader json = RecordReader.parse(where, content, VERSION);
    List<PendingObject> pending = new ArrayList<>();
    for (RecordReader object : json.objects("pending")) {
      pending.add(
          new PendingObject(
              object.text("key"),
              object.number("bytes"),
              object.text("sha256"),
              object.text("handle")));
    }
    return new CommitIntent(
        state(json),
        json.text("by"),
        json.instant("at"),
        json.text("manifest_key"),
        json.text("replaces"),
        ManifestJson.read(json.object("manifest")),
        pending,
        json.texts("remove"),
        json.flag("torn_before"),
        json.texts("visible"));
  }

  private static State state(RecordReader json) throws BrokenRecordException {
    String word = json.text("state");
    try {
      return State.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw json.broken("its state is '" + word + "', which this program does not know", e);
    }
  }
}
