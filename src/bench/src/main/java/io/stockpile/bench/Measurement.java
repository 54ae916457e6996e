package io.stockpile.bench;

import io.stockpile.bench.measure.ProcessFigures;
import java.time.Duration;
import java.util.Optional;

/**
 * One run of one job.
 *
 * @param job the job's name
 * @param round from 1
 * @param outputBytes bytes of the Parquet files that it made
 * @param phases what its wall time is made of; empty where there is no cluster
 */
record Measurement(
    String job, int round, ProcessFigures process, long outputBytes, Optional<Phases> phases) {
  /** A figure that is reported. */
  enum Figure {
    WALL("wall s", 2),
    CPU("CPU s", 2),
    KERNEL("of it kernel s", 2),
    PEAK("peak MiB", 0),
    OUTPUT("output MB", 1);

    private final String title;
    private final int places;

    Figure(String title, int places) {
      this.title = title;
      this.places = places;
    }

    /** What it is and in which unit. */
    String title() {
      return title;
    }

    /** Decimal places that mean something. */
    int places() {
      return places;
    }
  }

  /** A figure in its unit. */
  double get(Figure figure) {
    return switch (figure) {
      case WALL -> seconds(process.wall());
      case CPU -> seconds(process.cpu().total());
      case KERNEL -> seconds(process.cpu().kernel());
      case PEAK -> process.peakMemoryBytes() / (1024.0 * 1024);
      case OUTPUT -> outputBytes / 1e6;
    };
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
