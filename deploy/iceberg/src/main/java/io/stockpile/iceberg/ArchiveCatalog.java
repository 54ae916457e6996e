package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogProvider;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.pipeline.catalog.PublishedTable;
import io.stockpile.pipeline.catalog.TableCatalog;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.util.Optional;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.CommitFailedException;

/** The catalog in the archive itself, below {@code _iceberg}. It needs no service. */
final class ArchiveCatalog implements TableCatalog {
  private final ObjectStore store;
  private final ArchiveFileIO io;
  private final String root;

  ArchiveCatalog(ObjectStore store, StoreLocation location) {
    this.store = store;
    io = new ArchiveFileIO(store, location);
    root = ObjectStores.address(location);
  }

  @Override
  public String place() {
    return root + "/" + CatalogProvider.DIRECTORY;
  }

  @Override
  public Optional<PublishedTable> find(TableSchema table)
      throws IOException, CatalogRefusedException {
    ArchiveTableOperations operations = operations(table);
    TableMetadata metadata = operations.current();
    if (metadata == null) {
      return Optional.empty();
    }
    if (!metadata.location().equals(operations.location())) {
      throw new CatalogRefusedException(
          operations.location()
              + " was published when the archive was at "
              + metadata.location()
              + ", and addresses in it are whole: remove "
              + place()
              + " and run `stockpile catalog` again");
    }
    return Optional.of(
        IcebergTables.open(
            store, root, table, new BaseTable(operations, table.name().replace('/', '.'))));
  }

  @Override
  public PublishedTable create(TableSchema table) throws IOException, CatalogRefusedException {
    ArchiveTableOperations operations = operations(table);
    if (operations.current() == null) {
      try {
        operations.commit(null, IcebergSchemas.metadata(table, operations.location()));
      } catch (CommitFailedException e) {
        // Another process has created the table.
        operations.refresh();
      }
    }
    return find(table).orElseThrow(() -> new IOException(operations.location() + " is gone again"));
  }

  private ArchiveTableOperations operations(TableSchema table) {
    return new ArchiveTableOperations(store, io, root, CatalogProvider.DIRECTORY + table.name());
  }

  @Override
  public void close() {
    io.close();
  }
}
