package io.stockpile.pipeline.beam;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.rows.ParquetRows;
import io.stockpile.schemas.TableSchema;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.Row;

/** Reads the rows of files, and checks that each file is as its manifest says. */
final class ProvenRowsFn extends DoFn<ProvenFile, Row> {
  private static final long serialVersionUID = 1L;

  private final ArchiveTable table;
  private final StoreLocation archive;
  private transient ObjectStore store;
  private transient TableSchema columns;

  ProvenRowsFn(ArchiveTable table, StoreLocation archive) {
    this.table = table;
    this.archive = archive;
  }

  @Setup
  public void open() throws IOException {
    store = ObjectStores.open(archive);
    columns = table.schema();
  }

  @ProcessElement
  public void read(@Element ProvenFile file, OutputReceiver<Row> output) throws IOException {
    StoredObject object =
        store
            .find(file.path())
            .orElseThrow(
                () ->
                    new FileNotFoundException(
                        file.path()
                            + " is gone, which "
                            + file.manifest()
                            + " spoke of. If its unit was replaced meanwhile, run this again;"
                            + " verify says what is missing."));
    demand(file, "bytes", file.bytes(), object.bytes());
    long rows = 0;
    try (ParquetRows reader = ParquetRows.open(store, file.path(), file.bytes(), columns)) {
      for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        output.output(row.get());
        rows++;
      }
    }
    demand(file, "rows", file.rows(), rows);
  }

  private static void demand(ProvenFile file, String what, long said, long found)
      throws IOException {
    if (said != found) {
      throw new IOException(
          "%s has %d %s, where %s says %d; verify says what else is wrong"
              .formatted(file.path(), found, what, file.manifest(), said));
    }
  }

  @Teardown
  public void close() throws IOException {
    if (store != null) {
      store.close();
    }
  }
}
