package io.stockpile.pipeline.catalog;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Opens catalogs. A module of the bundle implements it; it is found by {@link
 * java.util.ServiceLoader}.
 */
public interface CatalogProvider {
  /** The directory of the archive's own catalog. */
  String DIRECTORY = "_iceberg/";

  /**
   * Opens a catalog. A catalog outside the archive may not be contacted before it is used.
   *
   * @param store the archive; the caller closes it
   * @param location the location of the archive
   * @param surroundings resolves references to secrets
   * @throws CatalogRefusedException when the choice cannot be opened
   */
  TableCatalog open(
      ObjectStore store, StoreLocation location, CatalogChoice choice, Surroundings surroundings)
      throws IOException, CatalogRefusedException;

  /** The provider in this bundle; empty when it has none. */
  static Optional<CatalogProvider> find() {
    return ServiceLoader.load(CatalogProvider.class, CatalogProvider.class.getClassLoader())
        .findFirst();
  }

  /**
   * The provider in this bundle.
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
