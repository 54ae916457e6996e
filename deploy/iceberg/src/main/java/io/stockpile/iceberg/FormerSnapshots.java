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
 * Finds the snapshots that a table must not keep. A file that left the table may be gone from the
 * archive, so earlier snapshots cannot be read any more; and no snapshot may name files with
 * something that was erased. Of snapshots after which files were only added, the latest are kept
 * for time travel.
 */
final class FormerSnapshots {
  private static final Logger LOG = LoggerFactory.getLogger(FormerSnapshots.class);
  private static final int KEPT = 100;

  private FormerSnapshots() {}

  /** The snapshots to remove. */
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
   * Removes the metadata files that only these snapshots need. A file that cannot be removed stays;
   * nothing refers to it any more.
   *
   * @param kept the metadata without these snapshots
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
