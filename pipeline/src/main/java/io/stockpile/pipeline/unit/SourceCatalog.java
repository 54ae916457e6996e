package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of sources that can be looked up by name, series or key. Immutable. */
public final class SourceCatalog {
  private final Map<String, Source> byName = new LinkedHashMap<>();

  /**
   * @param sources the sources, each with a name of its own, in the order of {@link #all}
   */
  public SourceCatalog(List<? extends Source> sources) {
    for (Source source : sources) {
      if (byName.put(source.name(), source) != null) {
        throw new IllegalArgumentException("Two sources are named '" + source.name() + "'");
      }
    }
  }

  public List<Source> all() {
    return List.copyOf(byName.values());
  }

  /**
   * The source of a series.
   *
   * @throws IllegalArgumentException when the series is of none of these sources
   */
  public Source ofSeries(String series) {
    Source source = byName.get(series.substring(0, Math.max(0, series.indexOf('/'))));
    if (source == null) {
      throw new IllegalArgumentException("No source is known that has the series '" + series + "'");
    }
    return source;
  }

  /**
   * How to search a landed object that no manifest names.
   *
   * @param key its key; one of none of these sources is searched as a file of tweets
   */
  public Source.LooseObjects loose(String key) {
    String[] parts = key.split("/", 3);
    Source source = parts.length < 3 ? null : byName.get(parts[1]);
    return source == null ? Source.LooseObjects.whole(Vocabulary.TWITTER) : source.loose();
  }

  /**
   * The unit that the key of a manifest or of a landed object belongs to; empty when it is of none
   * of these sources.
   */
  public Optional<ArchiveUnit> unit(String key) {
    return byName.values().stream().flatMap(source -> source.unit(key).stream()).findFirst();
  }
}
