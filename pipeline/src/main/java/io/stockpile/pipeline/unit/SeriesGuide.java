package io.stockpile.pipeline.unit;

import java.time.Instant;
import java.util.Optional;

/**
 * What a source has to say of one of its series to somebody who looks at an archive: what it still
 * has, and what to type. Implementations are immutable; the commands are whole lines for a shell,
 * with every word quoted that needs it.
 */
public interface SeriesGuide {

  /**
   * The part of the span that the source still has, or will have; empty when it has nothing of it.
   */
  Optional<Obtainable> obtainable(Instant from, Instant to, Instant now);

  /** The command that asks the source for a span; units that are held complete stay. */
  String fetch(Instant from, Instant to);

  /** The command that brings a unit's span in again and replaces what is held of it. */
  String replace(Instant from, Instant to);

  /** The command that builds the tables of a span from what was landed. */
  String derive(Instant from, Instant to);

  /**
   * The part of a span of time that can still be had.
   *
   * @param from the first instant that can be had
   * @param to the first instant after those that can be had
   * @param until when the first of it is forgotten; empty when the source forgets nothing
   * @param gone when the last of it is forgotten; empty when the source forgets nothing
   */
  record Obtainable(Instant from, Instant to, Optional<Instant> until, Optional<Instant> gone) {

    public Obtainable {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("Nothing can be had from " + from + " to " + to);
      }
    }

    /** What a source that forgets nothing has of a span. */
    public static Obtainable always(Instant from, Instant to) {
      return new Obtainable(from, to, Optional.empty(), Optional.empty());
    }
  }
}
