package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** The factories of {@link Source#landed}, by the names of the sources. */
  public Map<String, UnitLander.Factory> landed() {
    return all().stream().collect(Collectors.toMap(Source::name, Source::landed));
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
   * What the landed objects of a source are.
   *
   * @param source its name; objects of none of these sources count as files of tweets
   */
  public Source.LandedForm form(String source) {
    Source known = byName.get(source);
    return known == null ? Source.LandedForm.whole(Vocabulary.TWITTER) : known.form();
  }

  /**
   * What a landed object is.
   *
   * @param key its key; an object of none of these sources counts as a file of tweets
   */
  public Source.LandedForm formOfKey(String key) {
    String[] parts = key.split("/", 3);
    return form(parts.length < 3 ? "" : parts[1]);
  }

  /**
   * The unit that the key of a manifest or of a landed object belongs to; empty when it is of none
   * of these sources.
   */
  public Optional<ArchiveUnit> unit(String key) {
    return byName.values().stream().flatMap(source -> source.unit(key).stream()).findFirst();
  }
}
