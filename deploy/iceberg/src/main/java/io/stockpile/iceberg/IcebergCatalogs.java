package io.stockpile.iceberg;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.catalog.CatalogProvider;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.pipeline.catalog.TableCatalog;

/** Opens the archive's own catalog, or one of Iceberg's. */
public final class IcebergCatalogs implements CatalogProvider {
  @Override
  public TableCatalog open(
      ObjectStore store, StoreLocation location, CatalogChoice choice, Surroundings surroundings)
      throws CatalogRefusedException {
    return new ArchiveCatalog(store, location);
  }
}
