package io.stockpile.pipeline.inventory;

import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ReplayAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One unit, or a span of time that no unit covers, as {@code status} lists it.
 *
 * @param unit the unit's name; empty for time that no unit covers
 * @param from the first instant
 * @param to the first instant after it
 * @param landedBytes size of what was landed
 * @param minutes the state of every minute, for a source that counts minutes; empty for another
 * @param manifest the unit's manifest; empty when there is none that can be read
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

  /** The state of a unit, or of time without one. */
  public enum State {
    /** It is held as a whole. */
    COMPLETE("complete"),
    /** Some of its minutes are missing. */
    INCOMPLETE("incomplete"),
    /** The service did not have it. */
    ABSENT("absent"),
    /** Its bytes were landed, but its tables are not built yet. */
    LANDED("landed"),
    /** A replacement of it was interrupted. The next run does it again. */
    TORN("torn"),
    /** Its manifest, or the records of the answers to its requests, cannot be read. */
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

  /** The name of the source. */
  public String source() {
    return series.substring(0, series.indexOf('/'));
  }

  /** What its tables contain and were built from; empty when it has none. */
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

  /** How many of its lines were rejected. */
  public long rejected() {
    return derived().map(held -> held.counts().rejected()).orElse(0L);
  }

  /** How many of its lines were erased. */
  public long erased() {
    return derived().map(held -> held.counts().erased()).orElse(0L);
  }

  /** The size in bytes of the table files and the file of rejected lines. */
  public long bytes() {
    return derived().map(ManifestContent.Derived::derivedBytes).orElse(0L);
  }

  /**
   * Whether the other entry begins where this one ends and has the same state, so that both can be
   * listed as one.
   */
  public boolean continuedBy(InventoryEntry next) {
    return series.equals(next.series) && to.equals(next.from) && state == next.state;
  }

  /** Whether it covers an instant of one of the days. */
  boolean touches(DayRange days) {
    return from.isBefore(days.end()) && days.start().isBefore(to);
  }
}
