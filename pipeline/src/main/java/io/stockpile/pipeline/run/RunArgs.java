package io.stockpile.pipeline.run;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;
import java.util.Optional;

/**
 * What every command that works on units is told.
 *
 * @param output the archive
 * @param onExisting what to do with units that it holds
 * @param dryRun whether to say what would be done, and to change nothing
 * @param derive how tables are built
 * @param publish in which catalog the tables are published at the end; empty for none
 */
public record RunArgs(
    StoreLocation output,
    OnExisting onExisting,
    boolean dryRun,
    DeriveSettings derive,
    Optional<CatalogChoice> publish) {

  /** Nothing is published. */
  public RunArgs(
      StoreLocation output, OnExisting onExisting, boolean dryRun, DeriveSettings derive) {
    this(output, onExisting, dryRun, derive, Optional.empty());
  }
}
