package io.stockpile.pipeline.beam;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads all manifests and outputs the files of one table. */
final class ProvenFilesFn extends DoFn<byte[], ProvenFile> {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final DateSpan dates;
  private final StoreLocation archive;

  ProvenFilesFn(String table, DateSpan dates, StoreLocation archive) {
    this.table = table;
    this.dates = dates;
    this.archive = archive;
  }

  @ProcessElement
  public void list(OutputReceiver<ProvenFile> files) throws IOException {
    List<ManifestStore.Entry> entries;
    try (ObjectStore store = ObjectStores.open(archive)) {
      entries = new ManifestStore(store).readAll(ManifestStore.PREFIX, key -> true);
    }
    if (entries.isEmpty()) {
      throw new FileNotFoundException(
          "There is no archive at "
              + archive.root()
              + ": nothing lies under "
              + ManifestStore.PREFIX);
    }
    for (ManifestStore.Entry entry : entries) {
      if (entry instanceof ManifestStore.Entry.Broken broken) {
        throw new IOException(
            broken.message() + ". What the archive holds cannot be told without it.");
      }
      take(((ManifestStore.Entry.Readable) entry).manifest(), entry.key(), files);
    }
  }

  private void take(Manifest manifest, String key, OutputReceiver<ProvenFile> files) {
    List<DataFile> all = manifest.derived().map(ManifestContent.Derived::files).orElse(List.of());
    for (DataFile file : all) {
      if (file.table().equals(table) && dates.contains(file.date())) {
        files.output(new ProvenFile(file.path(), key, file.bytes(), file.rows()));
      }
    }
  }
}
