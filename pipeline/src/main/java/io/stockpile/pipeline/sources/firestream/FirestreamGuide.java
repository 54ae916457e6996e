package io.stockpile.pipeline.sources.firestream;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The guide for daily backups of one type. The service has a file for each day and is not known to
 * remove any.
 *
 * @param command how commands name the archive
 */
record FirestreamGuide(FileType type, ArchiveCommand command) implements SeriesGuide {

  @Override
  public Optional<Obtainable> obtainable(Instant from, Instant to, Instant now) {
    return from.isBefore(now)
        ? Optional.of(Obtainable.always(from, now.isBefore(to) ? now : to))
        : Optional.empty();
  }

  @Override
  public String fetch(Instant from, Instant to) {
    return command.line("backfill", "--fileTypes=" + type.label(), from(from), to(to));
  }

  @Override
  public String replace(Instant from, Instant to) {
    return command.line(
        "backfill", "--fileTypes=" + type.label(), from(from), to(to), "--onExisting=replace");
  }

  @Override
  public String derive(Instant from, Instant to) {
    return command.deriveLine(from, to, "--sources=firestream", "--fileTypes=" + type.label());
  }

  private String from(Instant from) {
    return "--from=" + FirestreamUnit.dayText(from);
  }

  /** The first day after the last one that the span touches. */
  private String to(Instant to) {
    return "--to=" + LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC).plusDays(1);
  }
}
