package io.stockpile.pipeline.run;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;

/**
 * What every command that works on units is told.
 *
 * @param output the archive
 * @param onExisting what to do with units that it holds
 * @param dryRun whether to say what would be done, and to change nothing
 * @param derive how tables are built
 */
public record RunArgs(
    StoreLocation output, OnExisting onExisting, boolean dryRun, DeriveSettings derive) {}
