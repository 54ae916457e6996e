package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.inventory.DayRange;
import java.util.Optional;

/**
 * What {@code status} lists.
 *
 * @param days empty for everything from the first day that is held to the last
 * @param json for scripts instead of people
 */
public record StatusArgs(StoreLocation output, Optional<DayRange> days, boolean json) {}
