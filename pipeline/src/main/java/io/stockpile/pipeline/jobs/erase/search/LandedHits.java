package io.stockpile.pipeline.jobs.erase.search;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.text.Erased;
import io.stockpile.pipeline.erase.text.LineEraser;
import io.stockpile.pipeline.erase.tombstones.TombstoneIds;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LandedLines;
import io.stockpile.pipeline.lines.TextOpener;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.records.RejectReason;
import io.stockpile.pipeline.unit.Source;
import java.io.IOException;

/**
 * Searches the landed lines of units for ids to erase. They contain everything of a unit, also what
 * is in none of its table files. Thread-safe.
 */
final class LandedHits {
  private static final int LONGEST_LINE = 1 << 28;

  private final ObjectStore store;
  private final Source.LandedForm form;
  private final TombstoneIds ids;

  /**
   * @param form what the landed objects are
   */
  LandedHits(ObjectStore store, Source.LandedForm form, TombstoneIds ids) {
    this.store = store;
    this.form = form;
    this.ids = ids;
  }

  /**
   * Whether some lines of the unit are not in its files, or not as a whole: duplicates, and
   * rejected lines that were cut off.
   */
  static boolean hasMoreThanFiles(ManifestContent.Derived held) {
    return held.counts().duplicates() > 0
        || held.rejected().reasons().containsKey(RejectReason.LINE_TOO_LONG.label());
  }

  /**
   * How many lines of a landed object contain an id to erase.
   *
   * @param count whether to count all such lines; otherwise it ends at the first
   */
  long lines(LandedFacts landed, boolean count) throws IOException, InterruptedException {
    return lines(landed, count, (number, line, from, to) -> {});
  }

  /** Receives lines in which nothing would be erased. */
  interface Taker {
    /**
     * @param number the line's number in the object, from 1
     */
    void take(long number, byte[] line, int from, int to);
  }

  /**
   * The same.
   *
   * @param others receives the other lines
   */
  long lines(LandedFacts landed, boolean count, Taker others)
      throws IOException, InterruptedException {
    LineEraser eraser = LineEraser.of(form.vocabulary(), ids);
    long hits = 0;
    try (LandedLines lines =
        new LandedLines(
            TextOpener.in(store),
            LandedInput.of(landed, form.ending()),
            LONGEST_LINE,
            LandedLines.CHUNK_BYTES)) {
      while (lines.next()) {
        if (eraser.erase(lines.bytes(), lines.from(), lines.to()) instanceof Erased.Untouched) {
          others.take(lines.number(), lines.bytes(), lines.from(), lines.to());
        } else {
          hits++;
          if (!count) {
            return hits;
          }
        }
      }
    }
    return hits;
  }
}
