package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.UnitLander;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** StockTwits' REST API: sweeps of streams. */
public final class StockTwitsApi implements Source {
  /** The source's name in keys, manifests and options. */
  public static final String NAME = ApiStream.SOURCE;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<ArchiveUnit> unit(String key) {
    return SweepUnit.ofKey(key).map(unit -> unit);
  }

  @Override
  public Optional<Duration> step() {
    return Optional.empty();
  }

  @Override
  public boolean missesTime() {
    return false;
  }

  @Override
  public String timeText(Instant instant) {
    return instant.toString();
  }

  @Override
  public SeriesGuide guide(String series, ArchiveCommand command) {
    return new StreamGuide(stream(series).map(ApiStream::toString).orElse(series), command);
  }

  private static Optional<ApiStream> stream(String series) {
    return ApiStream.ofKey(series.substring(NAME.length() + 1));
  }

  @Override
  public LandedForm form() {
    return new LandedForm(
        Vocabulary.STOCKTWITS_PAGES,
        LandedInput.Ending.WHOLE,
        "`collect` goes on with its sweep and takes it out then");
  }

  @Override
  public UnitLander.Factory landed() {
    return new SweepUnitLander.Factory(ApiSettings.defaults(), List.of());
  }

  @Override
  public IdHistory ids(List<Manifest> manifests) {
    return new StreamHistory(
            manifests.stream().flatMap(manifest -> Span.of(manifest).stream()).toList())
        .ids();
  }
}
