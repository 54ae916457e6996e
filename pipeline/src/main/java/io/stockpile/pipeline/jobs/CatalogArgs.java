package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogChoice;

/**
 * What {@code catalog} publishes, and where.
 *
 * @param output the archive
 */
public record CatalogArgs(StoreLocation output, CatalogChoice catalog) {}
