package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One stream of the REST API, which is asked for what it shows now: the newest and, as far as the
 * service pages back, what came before.
 *
 * @param stream as the user names it
 * @param command how the archive is spoken of
 */
record StreamGuide(String stream, ArchiveCommand command) implements SeriesGuide {

  @Override
  public Optional<Obtainable> obtainable(Instant from, Instant to, Instant now) {
    return Optional.of(Obtainable.always(from, to));
  }

  @Override
  public String fetch(Instant from, Instant to) {
    return command.line("collect", "--streams=" + stream);
  }

  /** A sweep is made once; another one shows what there is now. */
  @Override
  public String replace(Instant from, Instant to) {
    return fetch(from, to);
  }

  @Override
  public String derive(Instant from, Instant to) {
    return command.line(
        "derive",
        "--sources=" + StockTwitsApi.NAME,
        "--from=" + LocalDate.ofInstant(from, ZoneOffset.UTC),
        "--to=" + LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC).plusDays(1),
        "--onExisting=skip");
  }
}
