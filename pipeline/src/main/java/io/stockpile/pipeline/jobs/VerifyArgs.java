package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.store.StoreLocation;
import java.util.Optional;

/**
 * What {@code verify} reads.
 *
 * @param days empty for everything
 */
public record VerifyArgs(StoreLocation output, Optional<DayRange> days) {}
