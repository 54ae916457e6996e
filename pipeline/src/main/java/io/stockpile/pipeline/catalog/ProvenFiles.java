package io.stockpile.pipeline.catalog;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table files that the manifests prove at one moment. */
final class ProvenFiles {
  private final Map<String, List<DataFile>> byTable;

  private ProvenFiles(Map<String, List<DataFile>> byTable) {
    this.byTable = byTable;
  }

  /**
   * Reads all manifests.
   *
   * @throws IOException also when a single manifest cannot be read: the files that it proves must
   *     not be taken for missing
   */
  static ProvenFiles read(ObjectStore store) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    for (ManifestStore.Entry entry :
        new ManifestStore(store).readAll(ManifestStore.PREFIX, key -> true)) {
      if (entry instanceof ManifestStore.Entry.Broken broken) {
        throw new IOException(
            broken.message().replaceFirst("\\.$", "")
                + ". Nothing is published while it is not known which files it proves; `stockpile"
                + " verify` says more.");
      }
      manifests.add(((ManifestStore.Entry.Readable) entry).manifest());
    }
    return of(manifests);
  }

  static ProvenFiles of(List<Manifest> manifests) {
    Map<String, List<DataFile>> byTable = new TreeMap<>();
    for (Manifest manifest : manifests) {
      manifest.derived().stream()
          .flatMap(derived -> derived.files().stream())
          .forEach(
              file -> byTable.computeIfAbsent(file.table(), table -> new ArrayList<>()).add(file));
    }
    return new ProvenFiles(byTable);
  }

  /** The files of one table. */
  List<DataFile> of(String table) {
    return byTable.getOrDefault(table, List.of());
  }
}
