package io.stockpile.pipeline.unit;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells what can be done about the gaps of one series: what its source still has, and which command
 * brings it in. Implementations are immutable. Each command is a whole line for a shell, with every
 * word quoted that needs it.
 */
public interface SeriesGuide {

  /** The part of the span that the source has now or will have; empty when it has nothing of it. */
  Optional<Obtainable> obtainable(Instant from, Instant to, Instant now);

  /**
   * The command that brings in what is missing of a span. Units that are complete stay as they are.
   */
  String fetch(Instant from, Instant to);

  /** The command that brings a unit's span in again and replaces what is held of it. */
  String replace(Instant from, Instant to);

  /** The command that builds the tables of a span from what was landed. */
  String derive(Instant from, Instant to);

  /**
   * The part of a span that can still be obtained.
   *
   * @param from the first instant that can be obtained
   * @param to the first instant after those
   * @param when the source drops the first of it; empty when the source keeps everything
   * @param gone when the source drops the last of it; empty when the source keeps everything
   */
  record Obtainable(Instant from, Instant to, Optional<Instant> until, Optional<Instant> gone) {

    public Obtainable {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("Nothing can be had from " + from + " to " + to);
      }
    }

    /** The whole span, of a source that keeps everything. */
    public static Obtainable always(Instant from, Instant to) {
      return new Obtainable(from, to, Optional.empty(), Optional.empty());
    }
  }
}
