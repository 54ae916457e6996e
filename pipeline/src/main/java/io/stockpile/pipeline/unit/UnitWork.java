package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.lines.LandedInput;
import java.io.Serializable;

/**
 * What is to be done with one unit.
 *
 * @param seen the version of the unit's manifest when this was planned; empty when there was none
 * @param source where its bytes come from
 */
public record UnitWork(ArchiveUnit unit, String seen, Source source) implements Serializable {

  /** Where a unit's bytes come from. */
  public sealed interface Source extends Serializable {

    /** From Firestream, unless they were landed before. */
    record Service() implements Source {}

    /**
     * From a file of the user's.
     *
     * @param location the directory, or the store, that it lies in
     * @param name as the user knows it
     */
    record UserFile(StoreLocation location, String key, String name) implements Source {}

    /** From the landing area, as a Firestream file lies there. */
    record LandingArea(LandedInput input) implements Source {}

    /**
     * From Replay: all minutes that are missing.
     *
     * @param afresh whether what was landed before counts for nothing
     */
    record Stream(boolean afresh) implements Source {}

    /** From the landing area, as the answers of Replay lie there. */
    record Answers() implements Source {}
  }
}
