package io.stockpile.bench;

import io.stockpile.bench.measure.ProcessFigures;
import java.time.Duration;
import java.util.Optional;

/**
 * The figures of one run of one job.
 *
 * @param job the job's name
 * @param round the number of the round, from 1
 * @param outputBytes the size of the Parquet files that it wrote
 * @param phases the parts of its wall time; empty for a job without a cluster
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

    /** Its name and its unit. */
    String title() {
      return title;
    }

    /** How many decimal places are significant. */
    int places() {
      return places;
    }
  }

  /** The value of a figure, in that figure's unit. */
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
