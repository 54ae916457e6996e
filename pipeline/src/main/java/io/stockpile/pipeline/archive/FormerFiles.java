package io.stockpile.pipeline.archive;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files that were replaced and are still there, because whoever committed their successors left
 * them until the tables are published: a reader of a catalog finds what it names, the former files
 * or the new ones, at every moment. Any run that finds such a commit before that removes them, as
 * it ends every commit that it finds.
 */
public final class FormerFiles {
  private final ObjectStore store;
  private final List<IntentStore.Entry> left;

  private FormerFiles(ObjectStore store, List<IntentStore.Entry> left) {
    this.store = store;
    this.left = left;
  }

  /** Those of commits whose manifests stand by now: to be looked for before publication. */
  public static FormerFiles left(ObjectStore store) throws IOException {
    ManifestStore manifests = new ManifestStore(store);
    List<IntentStore.Entry> left = new ArrayList<>();
    for (IntentStore.Entry entry : new IntentStore(store).all()) {
      CommitIntent intent = entry.intent();
      Optional<Manifest> stands =
          manifests
              .load(intent.manifestKey())
              .map(ManifestStore.Entry.Readable::manifest)
              .filter(intent.manifest()::equals);
      if (intent.state() == CommitIntent.State.DECIDED && stands.isPresent()) {
        left.add(entry);
      }
    }
    return new FormerFiles(store, List.copyOf(left));
  }

  /** Removes them and ends their commits; to be called when their successors are published. */
  public void remove() throws IOException {
    CommitProtocol protocol = new CommitProtocol(store);
    for (IntentStore.Entry entry : left) {
      protocol.finish(entry);
    }
  }
}
