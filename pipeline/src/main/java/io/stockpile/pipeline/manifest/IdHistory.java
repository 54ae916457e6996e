package io.stockpile.pipeline.manifest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is held of a series by ids, for a source whose records are numbered.
 *
 * @param held ranges of ids of which every record is held, the oldest first; no two have an id in
 *     common
 * @param gaps ids that nothing is held of, the oldest first
 */
public record IdHistory(List<Range> held, List<Gap> gaps) {
  /** Of a series that is not counted by ids, or of which nothing with an id is held. */
  public static final IdHistory NONE = new IdHistory(List.of(), List.of());

  public IdHistory {
    held = List.copyOf(held);
    gaps = List.copyOf(gaps);
  }

  /**
   * Ids of which every record is held.
   *
   * @param units how many units hold them
   * @param seenAt when a unit was begun that came upon its newest record
   * @param oldestAt when its oldest record was written or deleted, where that is known
   */
  public record Range(
      long oldest, long newest, int units, Instant seenAt, Optional<Instant> oldestAt) {}

  /**
   * Ids that nothing is held of.
   *
   * @param above the newest held id below them; 0 when nothing older is held
   * @param below the oldest held id above them
   * @param forGood whether they are not to be had any more
   */
  public record Gap(long above, long below, boolean forGood) {

    /** How many ids there are; records of other series have some of them. */
    public long ids() {
      return below - above - 1;
    }
  }
}
