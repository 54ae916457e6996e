package io.stockpile.pipeline.erase.tombstones;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.pipeline.manifest.Manifest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code _tombstones/current.json}, version 1: which list is valid, and which units were read for
 * events and searched for ids.
 *
 * @param list the number of the valid list; 0 when there never was an event
 * @param path the key of its Parquet file; empty for the list with number 0
 * @param sha256 the digest of that file's bytes, in lower-case hex
 * @param ids how many ids are to be erased, by kind
 * @param changedAt when the list was made
 * @param run the run that made the list
 * @param units what is known of units, by their names
 * @param open the runs whose ledger may not say yet how they ended
 */
public record TombstoneIndex(
    int version,
    int list,
    String path,
    String sha256,
    SortedMap<String, Long> ids,
    @JsonInclude(Include.NON_NULL) Instant changedAt,
    String run,
    SortedMap<String, Seen> units,
    @JsonInclude(Include.NON_EMPTY) List<String> open) {

  static final int VERSION = 1;

  /** The index of an archive from which nothing was ever erased. */
  static final TombstoneIndex NOTHING =
      new TombstoneIndex(VERSION, 0, "", "", new TreeMap<>(), null, "", new TreeMap<>(), List.of());

  /**
   * What is known of one generation of a unit.
   *
   * @param generation the generation that was searched
   * @param committedAt when that generation was committed; needed because a unit that was removed
   *     and brought in again has the same generation number
   * @param clean the number of the last list whose ids it does not contain; 0 when it was only read
   *     for events
   */
  public record Seen(int generation, Instant committedAt, int clean) {

    /**
     * The value for the present generation of a unit.
     *
     * @param manifest the manifest of a unit that has tables
     */
    public static Seen of(Manifest manifest, int clean) {
      return new Seen(number(manifest), manifest.committedAt(), clean);
    }

    /** Whether this is about the unit's present generation; otherwise it must be ignored. */
    public boolean isOf(Manifest manifest) {
      return generation == number(manifest) && manifest.committedAt().equals(committedAt);
    }

    private static int number(Manifest manifest) {
      return manifest.derived().orElseThrow().generation().number();
    }
  }

  public TombstoneIndex {
    ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    open = open == null ? List.of() : List.copyOf(open);
  }

  /** The same with other units and open runs. */
  TombstoneIndex with(Map<String, Seen> changed, List<String> nowOpen) {
    return new TombstoneIndex(
        version, list, path, sha256, ids, changedAt, run, new TreeMap<>(changed), nowOpen);
  }
}
