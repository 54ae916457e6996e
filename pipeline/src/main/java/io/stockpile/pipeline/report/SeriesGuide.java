package io.stockpile.pipeline.report;

import java.time.Instant;
import java.util.Optional;

/**
 * What a report asks the source of a series. Implementations are immutable; the commands are whole
 * lines for a shell, with every word quoted that needs it.
 */
public interface SeriesGuide {

  /** A moment as the source counts: a day, or a minute. */
  String time(Instant instant);

  /** The part of the span that the source still has; empty when it has nothing of it. */
  Optional<Obtainable> obtainable(Instant from, Instant to, Instant now);

  /** The command that asks the source for a span; units that are held complete stay. */
  String fetch(Instant from, Instant to);

  /** The command that brings a span in again and replaces what is held; empty: there is none. */
  Optional<String> replace(Instant from, Instant to);

  /** The command that builds the tables of a span from what was landed. */
  String derive(Instant from, Instant to);
}
