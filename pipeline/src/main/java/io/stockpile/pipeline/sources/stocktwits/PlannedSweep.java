package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.stocktwits.sweeps.SweepGoal;
import java.io.Serializable;

/**
 * A sweep that a run is going to make.
 *
 * @param floorSweep the id of the sweep that holds the goal's floor; empty when there is none
 */
record PlannedSweep(SweepGoal goal, String floorSweep) implements Serializable {}
