package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.util.Optional;
import org.apache.iceberg.BaseTable;

/** Opens tables of catalogs after checking that they are tables of the archive. */
final class IcebergTables {
  private IcebergTables() {}

  /**
   * @param root the archive's address
   * @throws CatalogRefusedException when its columns have other ids than the files
   */
  static IcebergTable open(ObjectStore store, String root, TableSchema schema, BaseTable table)
      throws IOException, CatalogRefusedException {
    Optional<String> conflict =
        KnownColumns.conflict(IcebergSchemas.schema(schema), table.operations().current().schema());
    if (conflict.isPresent()) {
      throw new CatalogRefusedException(
          table.name()
              + " was made by something else, with field ids of its own: "
              + conflict.get()
              + ". The files could not be read through it. Drop it there, and run `stockpile"
              + " catalog` again: it makes the table with the ids of the files");
    }
    return new IcebergTable(store, root, schema, table);
  }
}
