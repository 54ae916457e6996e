package io.stockpile.pipeline.inventory;

import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ReplayAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One unit, or time that no unit covers, as {@code status} lists it.
 *
 * @param unit its name; empty for time that no unit covers
 * @param from the first instant
 * @param to the first instant after it
 * @param landedBytes size of what was landed
 * @param minutes the state of every minute, for a source that counts minutes; empty for another
 * @param manifest the proof of it; empty where there is none that can be read
 */
public record InventoryEntry(
    String series,
    String unit,
    Instant from,
    Instant to,
    State state,
    long landedBytes,
    List<ReplayAccount.Minutes> minutes,
    Optional<Manifest> manifest) {

  public InventoryEntry {
    minutes = List.copyOf(minutes);
  }

  /** The one state that a day, or a span of minutes, has. */
  public enum State {
    /** All of it is held. */
    COMPLETE("complete"),
    /** Some of its minutes are missing. */
    INCOMPLETE("incomplete"),
    /** The service did not have it. */
    ABSENT("absent"),
    /** Its bytes are there, its tables not yet. */
    LANDED("landed"),
    /** It was being replaced when something stopped; the next run does it again. */
    TORN("torn"),
    /** Its manifest cannot be read, or what is written down of the answers to its requests. */
    UNREADABLE("unreadable"),
    /** Nothing is known of it. */
    MISSING("missing");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  static InventoryEntry nothing(String series, String unit, Instant from, Instant to, State state) {
    return new InventoryEntry(series, unit, from, to, state, 0, List.of(), Optional.empty());
  }

  /** The name of its source. */
  public String source() {
    return series.substring(0, series.indexOf('/'));
  }

  /** What its tables were built from and of, where there are any. */
  public Optional<ManifestContent.Derived> derived() {
    return manifest.flatMap(Manifest::derived);
  }

  /** The files of its tables. */
  public List<DataFile> files() {
    return derived().map(ManifestContent.Derived::files).orElse(List.of());
  }

  /** How many rows its tables have. */
  public long rows() {
    return derived().map(held -> held.counts().rows()).orElse(0L);
  }

  /** How many of its lines no table took. */
  public long rejected() {
    return derived().map(held -> held.counts().rejected()).orElse(0L);
  }

  /** How many of its lines were erased. */
  public long erased() {
    return derived().map(held -> held.counts().erased()).orElse(0L);
  }

  /** The size of what was derived. */
  public long bytes() {
    return derived().map(ManifestContent.Derived::derivedBytes).orElse(0L);
  }

  /** Whether the other follows at once and is in the same state. */
  public boolean continuedBy(InventoryEntry next) {
    return series.equals(next.series) && to.equals(next.from) && state == next.state;
  }

  /** Whether it has an instant in common with the days. */
  boolean touches(DayRange days) {
    return from.isBefore(days.end()) && days.start().isBefore(to);
  }
}
