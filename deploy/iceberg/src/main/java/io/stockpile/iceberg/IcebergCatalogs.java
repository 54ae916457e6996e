package io.stockpile.iceberg;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.catalog.CatalogProvider;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.pipeline.catalog.TableCatalog;
import java.io.IOException;

/** Opens the archive's own catalog, or one of Iceberg's. */
public final class IcebergCatalogs implements CatalogProvider {
  @Override
  public TableCatalog open(
      ObjectStore store, StoreLocation location, CatalogChoice choice, Surroundings surroundings)
      throws IOException, CatalogRefusedException {
    return choice.inArchive()
        ? new ArchiveCatalog(store, location)
        : new ForeignCatalog(store, location, choice, surroundings);
  }
}
