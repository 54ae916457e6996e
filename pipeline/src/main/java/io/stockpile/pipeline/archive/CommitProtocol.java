package io.stockpile.pipeline.archive;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingLostException;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a commit from wherever it stands to its end. Every step can be repeated, so several
 * processes may take the same commit forward at once, and one that dies is followed by another.
 *
 * <p>An intent is first <em>claimed</em>. Only when no other unit that overlaps it is held or being
 * committed it becomes <em>decided</em>: of two overlapping units each claims first and looks
 * afterwards, so at least one of them sees the other. A decided intent is the truth as long as it
 * stands: its pending objects are completed, its manifest is written, files of the former manifest
 * are removed, and last it is removed itself.
 */
final class CommitProtocol {
  private static final int PATIENCE = 10;

  private final ObjectStore store;
  private final IntentStore intents;
  private final ManifestStore manifests;
  private final boolean leavesFormer;

  /** Takes commits to their very end. */
  CommitProtocol(ObjectStore store) {
    this(store, false);
  }

  /**
   * @param leavesFormer whether files of the former manifest, and the intent that names them, are
   *     left for {@link FormerFiles}
   */
  CommitProtocol(ObjectStore store, boolean leavesFormer) {
    this.store = store;
    this.leavesFormer = leavesFormer;
    this.intents = new IntentStore(store);
    this.manifests = new ManifestStore(store);
  }

  /** Takes a commit to its end that another run may have begun. */
  CommitEnding finish(IntentStore.Entry entry) throws IOException {
    return finish(entry, Optional.empty());
  }

  /**
   * Takes the commit to its end.
   *
   * @param entry as it was written or read last
   * @param look of the run that begins it, which found nothing in the way of the unit; empty when
   *     there was none
   */
  CommitEnding finish(IntentStore.Entry entry, Optional<SeriesLook> look) throws IOException {
    IntentStore.Entry current = entry;
    for (int round = 0; round < PATIENCE; round++) {
      try {
        return switch (current.intent().state()) {
          case CLAIMED -> {
            Optional<CommitEnding> obstacle = obstacle(current, look);
            if (obstacle.isPresent()) {
              yield obstacle.get();
            }
            current = decide(current);
            yield publish(current);
          }
          case DECIDED -> publish(current);
          case DROPPED -> forget(current);
          case TORN ->
              new CommitEnding.Torn(
                  current.intent().unit().name()
                      + ": it was being replaced and that was not finished; it has to be done"
                      + " again");
        };
      } catch (PreconditionFailedException e) {
        Optional<Manifest> manifest = committed(entry.intent());
        if (manifest.isPresent()) {
          return new CommitEnding.Committed(manifest.get());
        }
        Optional<IntentStore.Entry> now = intents.find(entry.intent().unit().name());
        if (now.isEmpty() || !now.get().intent().sameCommit(entry.intent())) {
          return new CommitEnding.Lost(
              entry.intent().unit().name() + ": another process took the unit over");
        }
        current = now.get();
      }
    }
    return new CommitEnding.Lost(
        entry.intent().unit().name()
            + ": other processes keep changing this commit; run again when they are done");
  }

  private Optional<CommitEnding> obstacle(IntentStore.Entry claimed, Optional<SeriesLook> look)
      throws IOException {
    CommitIntent intent = claimed.intent();
    List<String> overlapping = overlapping(intent, look);
    if (!overlapping.isEmpty()) {
      drop(claimed);
      return Optional.of(new CommitEnding.Overlapping(overlapping));
    }
    Optional<ManifestStore.Entry.Readable> held = manifests.load(intent.manifestKey());
    if (held.isPresent()
        && held.get().manifest().derived().isPresent()
        && !held.get().version().equals(intent.replaces())) {
      drop(claimed);
      return Optional.of(
          new CommitEnding.Lost(
              intent.unit().name()
                  + ": another process committed it at "
                  + held.get().manifest().committedAt()));
    }
    return Optional.empty();
  }

  /** The names of other units that hold, or are about to hold, some of the unit's time. */
  private List<String> overlapping(CommitIntent intent, Optional<SeriesLook> look)
      throws IOException {
    UnitCoverage unit = intent.unit();
    boolean relies = look.isPresent() && look.get().stands();
    if (!relies) {
      new SeriesLook(store, intent.by(), unit.series()).revoke();
    }
    // Commits before manifests: one that ends in between has its manifest by then.
    List<String> committing = intents.committing(unit);
    if (relies) {
      return committing;
    }
    Set<String> names = new LinkedHashSet<>();
    names.addAll(Ledger.read(store, unit).overlapping(unit, intent.manifestKey()));
    names.addAll(committing);
    return List.copyOf(names);
  }

  private IntentStore.Entry decide(IntentStore.Entry claimed) throws IOException {
    CommitIntent intent = claimed.intent();
    String replaced =
        manifests.load(intent.manifestKey()).map(ManifestStore.Entry.Readable::version).orElse("");
    return intents.replace(claimed, intent.decided(replaced));
  }

  private CommitEnding publish(IntentStore.Entry decided) throws IOException {
    CommitIntent intent = decided.intent();
    for (PendingObject object : intent.pending()) {
      try {
        store.complete(object);
      } catch (PendingLostException e) {
        return giveUp(decided, e);
      }
    }
    putManifest(decided);
    if (leavesFormer && !intent.remove().isEmpty()) {
      return new CommitEnding.Committed(intent.manifest());
    }
    removeFormer(decided);
    return new CommitEnding.Committed(intent.manifest());
  }

  private void removeFormer(IntentStore.Entry decided) throws IOException {
    List<String> left = new ArrayList<>();
    List<IOException> failures = new ArrayList<>();
    if (!decided.intent().remove().isEmpty() && intents.stands(decided)) {
      for (String key : decided.intent().remove()) {
        try {
          store.delete(key);
        } catch (InterruptedIOException e) {
          throw e;
        } catch (IOException e) {
          left.add(key);
          failures.add(e);
        }
      }
    }
    if (!left.isEmpty()) {
      throw new FormerFilesLeftException(left, failures.get(0));
    }
    intents.remove(decided);
  }

  private void putManifest(IntentStore.Entry decided) throws IOException {
    CommitIntent intent = decided.intent();
    byte[] json = intent.manifest().toJson();
    String replaced = intent.replaces();
    for (int round = 0; ; round++) {
      try {
        if (replaced.isEmpty()) {
          store.putIfAbsent(intent.manifestKey(), json);
        } else {
          store.putIfUnchanged(intent.manifestKey(), json, replaced);
        }
        return;
      } catch (PreconditionFailedException e) {
        if (committed(intent).isPresent()) {
          return;
        }
        if (round == PATIENCE || !intents.stands(decided)) {
          throw e;
        }
        replaced = store.readVersioned(intent.manifestKey()).map(now -> now.version()).orElse("");
      }
    }
  }

  private CommitEnding giveUp(IntentStore.Entry decided, PendingLostException cause)
      throws IOException {
    intents.replace(decided, decided.intent().givenUp());
    abort(decided.intent());
    return new CommitEnding.Torn(
        decided.intent().unit().name()
            + ": the commit cannot be finished, the unit has to be done again: "
            + cause.getMessage());
  }

  private void drop(IntentStore.Entry claimed) throws IOException {
    IntentStore.Entry dropped = intents.replace(claimed, claimed.intent().dropped());
    abort(claimed.intent());
    if (!dropped.intent().torn()) {
      intents.remove(dropped);
    }
  }

  private CommitEnding forget(IntentStore.Entry dropped) throws IOException {
    intents.remove(dropped);
    return new CommitEnding.Lost(dropped.intent().unit().name() + ": the commit was dropped");
  }

  private void abort(CommitIntent intent) throws IOException {
    for (PendingObject object : intent.pending()) {
      store.abort(object);
    }
  }

  private Optional<Manifest> committed(CommitIntent intent) throws IOException {
    return manifests
        .load(intent.manifestKey())
        .map(ManifestStore.Entry.Readable::manifest)
        .filter(intent.manifest()::equals);
  }
}
