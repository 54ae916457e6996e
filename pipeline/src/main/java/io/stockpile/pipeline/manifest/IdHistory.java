package io.stockpile.pipeline.manifest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which ids of a series are held, for a source whose records are numbered.
 *
 * @param held ranges of ids in which every record is held, the oldest first; they do not overlap
 * @param gaps ranges of ids that are not held, the oldest first
 */
public record IdHistory(List<Range> held, List<Gap> gaps) {
  /** For a series that is not counted by ids, or of which no record with an id is held. */
  public static final IdHistory NONE = new IdHistory(List.of(), List.of());

  public IdHistory {
    held = List.copyOf(held);
    gaps = List.copyOf(gaps);
  }

  /**
   * A range of ids in which every record is held.
   *
   * @param units how many units hold the range
   * @param seenAt when the unit was begun that brought its newest record
   * @param oldestAt when its oldest record was written or deleted; empty when that is not known
   */
  public record Range(
      long oldest, long newest, int units, Instant seenAt, Optional<Instant> oldestAt) {}

  /**
   * A range of ids that are not held.
   *
   * @param above the newest held id below the gap; 0 when none is held
   * @param below the oldest held id above the gap
   * @param forGood whether the gap cannot be filled any more
   */
  public record Gap(long above, long below, boolean forGood) {

    /** How many ids the gap has. Some of them belong to records of other series. */
    public long ids() {
      return below - above - 1;
    }
  }
}
