package io.stockpile.pipeline.catalog;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;

/** Opens catalogs. A module of the bundle brings it, found as a service of this type. */
public interface CatalogProvider {
  /** All that the archive's own catalog has lies below it. */
  String DIRECTORY = "_iceberg/";

  /**
   * Opens a catalog. Of one that is not the archive's own, nothing may have been asked yet.
   *
   * @param store the archive, which stays the caller's to close
   * @param location where it lies
   * @param surroundings what references to secrets are resolved with
   * @throws CatalogRefusedException when the choice cannot be opened as it is
   */
  TableCatalog open(
      ObjectStore store, StoreLocation location, CatalogChoice choice, Surroundings surroundings)
      throws IOException, CatalogRefusedException;

  /** The one in this bundle. */
  static Optional<CatalogProvider> find() {
    return ServiceLoader.load(CatalogProvider.class, CatalogProvider.class.getClassLoader())
        .findFirst();
  }

  /**
   * The same for a caller that cannot do without.
   *
   * @throws CatalogRefusedException when the bundle has none
   */
  static CatalogProvider require() throws CatalogRefusedException {
    return find()
        .orElseThrow(
            () ->
                new CatalogRefusedException(
                    "This bundle has no module for Iceberg's tables; the one for a single machine,"
                        + " ./stockpile, has it"));
  }
}
