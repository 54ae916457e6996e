package io.stockpile.pipeline.unit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source has to say of one of its series to somebody who looks at an archive: how it counts,
 * what it still has, and what to type. Implementations are immutable; the commands are whole lines
 * for a shell, with every word quoted that needs it.
 */
public interface SeriesGuide {

  /** What one missing piece covers; empty where ranges of any length are asked for. */
  Optional<Duration> step();

  /** A moment as the source counts: a day, or a minute. */
  String time(Instant instant);

  /** The part of the span that the source still has; empty when it has nothing of it. */
  Optional<Obtainable> obtainable(Instant from, Instant to, Instant now);

  /** The command that asks the source for a span; units that are held complete stay. */
  String fetch(Instant from, Instant to);

  /** The command that brings a unit's span in again and replaces what is held of it. */
  String replace(Instant from, Instant to);

  /** The command that builds the tables of a span from what was landed. */
  String derive(Instant from, Instant to);
}
