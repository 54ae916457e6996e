package io.stockpile.pipeline.catalog;

import io.stockpile.schemas.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The tables of one archive in one catalog. For one thread. */
public interface TableCatalog extends Closeable {

  /** Where its tables are, for people. */
  String place();

  /**
   * A table as it is now; empty when the catalog has none.
   *
   * @throws CatalogRefusedException when it has one that is not this archive's, or whose columns
   *     have other ids than the files
   */
  Optional<PublishedTable> find(TableSchema table) throws IOException, CatalogRefusedException;

  /**
   * Makes a table without a file in it, or finds the one that another process made meanwhile.
   *
   * @throws CatalogRefusedException as of {@link #find}
   */
  PublishedTable create(TableSchema table) throws IOException, CatalogRefusedException;
}
