package io.stockpile.pipeline.sources.firestream;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.UnitLander;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** StockTwits Firestream: a backup file for each type and UTC day. */
public final class Firestream implements Source {
  /** The source's name in keys, manifests and options. */
  public static final String NAME = "firestream";

  private final List<FileType> types;

  /** The source with files of all types. */
  public Firestream() {
    this(Arrays.asList(FileType.values()));
  }

  /** The source with files of some types only. */
  public Firestream(Collection<FileType> types) {
    this.types = List.copyOf(types);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> series(ObjectStore store) {
    Set<String> series = new LinkedHashSet<>();
    types.forEach(type -> series.add(FirestreamUnit.series(type)));
    return series;
  }

  @Override
  public Optional<ArchiveUnit> unit(String key) {
    return FirestreamUnit.ofKey(key).map(unit -> unit);
  }

  @Override
  public Optional<Duration> step() {
    return Optional.of(Duration.ofDays(1));
  }

  @Override
  public String timeText(Instant instant) {
    return FirestreamUnit.dayText(instant);
  }

  @Override
  public SeriesGuide guide(String series, ArchiveCommand command) {
    FileType type =
        types.stream()
            .filter(one -> FirestreamUnit.series(one).equals(series))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No series of mine: " + series));
    return new FirestreamGuide(type, command);
  }

  @Override
  public LandedForm form() {
    return LandedForm.whole(Vocabulary.STOCKTWITS);
  }

  @Override
  public UnitLander.Factory landed() {
    return landing(FirestreamSettings.defaults());
  }

  /** Makes landers that fetch files from the service. */
  public static UnitLander.Factory landing(FirestreamSettings settings) {
    return new FirestreamUnitLander.Factory(settings);
  }
}
