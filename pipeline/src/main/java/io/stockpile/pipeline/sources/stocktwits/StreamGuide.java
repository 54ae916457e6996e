package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import java.time.Instant;
import java.util.Optional;

/**
 * The guide for one stream of the REST API. The service shows the newest records and pages back to
 * older ones, as far as it allows.
 *
 * @param stream the stream as the user names it
 * @param command how commands name the archive
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

  /**
   * The same as {@link #fetch}: a sweep cannot be repeated, and a new one shows what there is now.
   */
  @Override
  public String replace(Instant from, Instant to) {
    return fetch(from, to);
  }

  @Override
  public String derive(Instant from, Instant to) {
    return command.deriveLine(from, to, "--sources=" + StockTwitsApi.NAME);
  }
}
