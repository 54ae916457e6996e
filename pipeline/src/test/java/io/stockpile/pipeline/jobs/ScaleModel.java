package io.stockpile.pipeline.jobs;

import io.stockpile.pipeline.commands.ObjectStoreRequestsTest;
import java.util.List;

/**
 * Calculates what a whole history costs from what a unit costs. The costs of a unit are those on
 * the page about scale, and {@link ObjectStoreRequestsTest} measures them.
 */
public final class ScaleModel {
  public static final int PUT_OBJECTS = 3;

  /** For a unit that is derived while it is landed; a unit that is landed first takes one more. */
  public static final int GET_OBJECTS = 11;

  public static final int LISTS_OF_COMMITS = 1;

  /** For each run with units to work on: it reads the mark of its look at the series. */
  public static final int GETS_OF_A_RUN = 2;

  public static final int GETS_OF_A_HELD_UNIT = 1;

  private static final double PART = 8 * 1024 * 1024;

  // Measured by the benchmark: 2,000,000 messages, 482 MB of gzip, 258.6 MB of Parquet.
  static final double GZIP_BYTES = 482e6 / 2e6;
  static final double PARQUET_BYTES = 258.6e6 / 2e6;
  // backfill took 13.08 s for them.
  static final double MESSAGES_PER_SECOND = 2e6 / 13.08;

  static final int DAYS = 15 * 365;
  static final double MESSAGES = 650e6;
  // Nothing is published about activity files; the page says that this is a guess.
  static final double ACTIVITY_SHARE = 0.5;

  private ScaleModel() {}

  /** The number of files if all rows are of the unit's own day: one for each table. */
  public static int files(List<String> tables) {
    return tables.size();
  }

  /**
   * The requests of a unit.
   *
   * @param files how many table files it writes
   * @param parts how many parts all its uploads have, including the upload of the landed file
   */
  public record Unit(int files, int parts) {
    public int uploads() {
      return files + 1;
    }

    public int heads() {
      return files + 2;
    }

    /** Requests that are billed as writes. */
    int writes() {
      return PUT_OBJECTS + 2 * uploads() + parts;
    }

    /** Requests that are billed as reads. */
    int reads() {
      return GET_OBJECTS + heads();
    }
  }

  static double gzipBytes() {
    return MESSAGES * GZIP_BYTES * (1 + ACTIVITY_SHARE);
  }

  static double parquetBytes() {
    return MESSAGES * PARQUET_BYTES * (1 + ACTIVITY_SHARE);
  }

  /** How many seconds this many workers with two processors each need for the work itself. */
  static double workSeconds(int workers) {
    return MESSAGES * (1 + ACTIVITY_SHARE) / MESSAGES_PER_SECOND / workers;
  }

  /** How many seconds it takes to receive all bytes. */
  static double transferSeconds(double bitsPerSecond) {
    return gzipBytes() * 8 / bitsPerSecond;
  }

  static int parts(double bytes) {
    return (int) Math.ceil(bytes / PART);
  }

  /**
   * A message file of an average day: two tables, each with rows of this day and of a neighbouring
   * one.
   */
  static Unit messageUnit() {
    double gzip = MESSAGES / DAYS * GZIP_BYTES;
    double parquet = MESSAGES / DAYS * PARQUET_BYTES;
    return new Unit(4, parts(gzip) + parts(parquet) + 3);
  }

  /** An activity file of an average day: three tables, none of them larger than one part. */
  static Unit activityUnit() {
    double gzip = MESSAGES / DAYS * GZIP_BYTES * ACTIVITY_SHARE;
    return new Unit(6, parts(gzip) + 6);
  }

  static long writes() {
    return (long) DAYS * (messageUnit().writes() + activityUnit().writes());
  }

  static long reads() {
    return (long) DAYS * (messageUnit().reads() + activityUnit().reads());
  }

  /**
   * The lists for all units. Each run makes a few more, whose number grows by one for 1,000 files
   * of the archive.
   */
  static long lists() {
    return 2L * DAYS * (LISTS_OF_COMMITS + 1);
  }
}
