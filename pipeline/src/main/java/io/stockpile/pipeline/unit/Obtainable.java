package io.stockpile.pipeline.unit;

import java.time.Instant;
import java.util.Optional;

/**
 * The part of a span of time that can still be had from its source.
 *
 * @param from the first instant that can be had
 * @param to the first instant after those that can be had
 * @param until when the first of it is forgotten; empty when the source forgets nothing
 */
public record Obtainable(Instant from, Instant to, Optional<Instant> until) {

  public Obtainable {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("Nothing can be had from " + from + " to " + to);
    }
  }

  /** What a source that keeps everything has of a span. */
  public static Obtainable always(Instant from, Instant to) {
    return new Obtainable(from, to, Optional.empty());
  }
}
