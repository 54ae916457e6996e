package io.stockpile.iceberg;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.FileIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots that a table must not keep. When files left it, they may be gone from the archive,
 * so every earlier snapshot is one that cannot be read any more; and what was erased must be found
 * in none. Of those to which files were only added since, the latest are kept, to travel back to.
 */
final class FormerSnapshots {
  private static final Logger LOG = LoggerFactory.getLogger(FormerSnapshots.class);
  private static final int KEPT = 100;

  private FormerSnapshots() {}

  /** Those that are to be forgotten. */
  static Set<Snapshot> of(TableMetadata metadata) {
    Set<Long> kept = new HashSet<>();
    Snapshot snapshot = metadata.currentSnapshot();
    while (snapshot != null && kept.size() < KEPT) {
      kept.add(snapshot.snapshotId());
      Long parent = snapshot.parentId();
      boolean added = DataOperations.APPEND.equals(snapshot.operation());
      snapshot = added && parent != null ? metadata.snapshot(parent) : null;
    }
    Set<Snapshot> former = new LinkedHashSet<>();
    for (Snapshot each : metadata.snapshots()) {
      if (!kept.contains(each.snapshotId())) {
        former.add(each);
      }
    }
    return former;
  }

  /**
   * Removes the metadata files that only these snapshots needed. What cannot be removed stays, and
   * is read by nobody.
   *
   * @param kept the table without them
   */
  static void removeMetadata(FileIO io, Set<Snapshot> former, TableMetadata kept) {
    Set<String> needed = new HashSet<>();
    for (Snapshot snapshot : kept.snapshots()) {
      needed.add(snapshot.manifestListLocation());
      snapshot.allManifests(io).stream().map(ManifestFile::path).forEach(needed::add);
    }
    Set<String> remove = new LinkedHashSet<>();
    for (Snapshot snapshot : former) {
      try {
        snapshot.allManifests(io).stream().map(ManifestFile::path).forEach(remove::add);
        remove.add(snapshot.manifestListLocation());
      } catch (RuntimeException e) {
        LOG.debug("{} was removed already", snapshot.manifestListLocation(), e);
      }
    }
    remove.removeAll(needed);
    for (String path : remove) {
      try {
        io.deleteFile(path);
      } catch (RuntimeException e) {
        LOG.warn("{} could not be removed; nothing names it any more", path);
      }
    }
  }
}
