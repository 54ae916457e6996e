package io.stockpile.pipeline.tombstones;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.pipeline.manifest.Manifest;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code _tombstones/current.json}, version 1: which list counts, and how far units were read and
 * looked through.
 *
 * @param list its number; 0 when nothing was ever said
 * @param path of the Parquet file that holds it; empty for the list of the number 0
 * @param sha256 of that file's bytes, in lower-case hex
 * @param ids how many ids are to be gone, by kind
 * @param changedAt when the list was made
 * @param run that made it
 * @param units by name
 */
public record TombstoneIndex(
    int version,
    int list,
    String path,
    String sha256,
    SortedMap<String, Long> ids,
    @JsonInclude(Include.NON_NULL) Instant changedAt,
    String run,
    SortedMap<String, Seen> units) {

  static final int VERSION = 1;

  /** Of an archive in which nothing was ever erased. */
  static final TombstoneIndex NOTHING =
      new TombstoneIndex(VERSION, 0, "", "", new TreeMap<>(), null, "", new TreeMap<>());

  /**
   * What was done with a unit.
   *
   * @param generation the one that was looked at
   * @param committedAt when that one was committed; one that was brought in again after all of the
   *     unit was removed has the same number
   * @param clean the number of the last list of which nothing is left in it; 0 when it was only
   *     read for tombstones
   */
  public record Seen(int generation, Instant committedAt, int clean) {

    /**
     * That of a unit as it is.
     *
     * @param manifest of one whose tables were built
     */
    public static Seen of(Manifest manifest, int clean) {
      return new Seen(number(manifest), manifest.committedAt(), clean);
    }

    /** Whether it is said of the unit as it is; what is said of another one does not count. */
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
  }

  /** The same with other units. */
  TombstoneIndex with(Map<String, Seen> changed) {
    return new TombstoneIndex(
        version, list, path, sha256, ids, changedAt, run, new TreeMap<>(changed));
  }
}
