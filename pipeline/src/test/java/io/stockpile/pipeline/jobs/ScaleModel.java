package io.stockpile.pipeline.jobs;

import io.stockpile.pipeline.commands.ObjectStoreRequestsTest;
import java.util.List;

/**
 * What a unit costs, as the page on scale says and {@link ObjectStoreRequestsTest} measures; and
 * what a history costs by that.
 */
public final class ScaleModel {
  public static final int PUT_OBJECTS = 3;

  /** Of a unit that is derived along with its landing; one more of one that is landed first. */
  public static final int GET_OBJECTS = 11;

  public static final int LISTS_OF_COMMITS = 1;

  /** Of a run that works, whatever it works on: it reads the mark of its look. */
  public static final int GETS_OF_A_RUN = 2;

  public static final int GETS_OF_A_HELD_UNIT = 1;

  private static final double PART = 8 * 1024 * 1024;

  // Measured by the benchmark: 2,000,000 messages, 482 MB of gzip, 258.6 MB of Parquet.
  static final double GZIP_BYTES = 482e6 / 2e6;
  static final double PARQUET_BYTES = 258.6e6 / 2e6;
  // backfill took 14.67 s for them.
  static final double MESSAGES_PER_SECOND = 2e6 / 14.67;

  static final int DAYS = 15 * 365;
  static final double MESSAGES = 650e6;
  // Nothing is published of the activity files: the page says that this is a guess.
  static final double ACTIVITY_SHARE = 0.5;

  private ScaleModel() {}

  /** As many files as tables when every row is of the unit's own day. */
  public static int files(List<String> tables) {
    return tables.size();
  }

  /**
   * A unit's requests.
   *
   * @param files of tables that it writes
   * @param parts of all its uploads, that of the landed file included
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

  /** Seconds that so many workers of two processors need for the work itself. */
  static double workSeconds(int workers) {
    return MESSAGES * (1 + ACTIVITY_SHARE) / MESSAGES_PER_SECOND / workers;
  }

  /** Seconds that all bytes take to arrive. */
  static double transferSeconds(double bitsPerSecond) {
    return gzipBytes() * 8 / bitsPerSecond;
  }

  static int parts(double bytes) {
    return (int) Math.ceil(bytes / PART);
  }

  /** A message file of an average day: two tables, each in its own day and in one beside it. */
  static Unit messageUnit() {
    double gzip = MESSAGES / DAYS * GZIP_BYTES;
    double parquet = MESSAGES / DAYS * PARQUET_BYTES;
    return new Unit(4, parts(gzip) + parts(parquet) + 3);
  }

  /** The same for an activity file, with three tables, of which none is larger than a part. */
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

  /** Of the units; the few of each run grow with the archive, by one for 1,000 of its files. */
  static long lists() {
    return 2L * DAYS * (LISTS_OF_COMMITS + 1);
  }
}
