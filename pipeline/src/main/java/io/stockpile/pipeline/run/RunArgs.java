package io.stockpile.pipeline.run;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;
import java.util.Optional;

/**
 * The arguments that all commands have that work on units.
 *
 * @param output the archive
 * @param onExisting what to do with units that the archive holds already
 * @param dryRun whether to print the plan and change nothing
 * @param derive how the tables are built
 * @param publish the catalog in which the tables are published at the end; empty for none
 */
public record RunArgs(
    StoreLocation output,
    OnExisting onExisting,
    boolean dryRun,
    DeriveSettings derive,
    Optional<CatalogChoice> publish) {

  /** Arguments of a run that publishes nothing. */
  public RunArgs(
      StoreLocation output, OnExisting onExisting, boolean dryRun, DeriveSettings derive) {
    this(output, onExisting, dryRun, derive, Optional.empty());
  }
}
