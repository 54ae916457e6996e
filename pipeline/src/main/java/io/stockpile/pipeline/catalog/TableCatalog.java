package io.stockpile.pipeline.catalog;

import io.stockpile.schemas.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The tables of one archive in one catalog. Not thread-safe. */
public interface TableCatalog extends Closeable {

  /** The place of its tables, for messages. */
  String place();

  /**
   * Finds a table; empty when the catalog does not have it.
   *
   * @throws CatalogRefusedException when the table is not this archive's, or its columns have other
   *     ids than the files
   */
  Optional<PublishedTable> find(TableSchema table) throws IOException, CatalogRefusedException;

  /**
   * Creates a table without files, or finds the one that another process created meanwhile.
   *
   * @throws CatalogRefusedException as {@link #find} does
   */
  PublishedTable create(TableSchema table) throws IOException, CatalogRefusedException;
}
