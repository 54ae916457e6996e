package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.inventory.DayRange;
import java.util.Optional;

/**
 * What {@code verify} reads.
 *
 * @param days empty for everything
 * @param erased whether to look for what is to be gone as well
 */
public record VerifyArgs(StoreLocation output, Optional<DayRange> days, boolean erased) {}
