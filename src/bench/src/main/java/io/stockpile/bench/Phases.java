package io.stockpile.bench;

import io.stockpile.bench.job.ClusterTimes;
import io.stockpile.bench.measure.ProcessFigures;
import java.time.Duration;
import java.time.Instant;

/**
 * What the wall time of a cluster's client is made of.
 *
 * @param client when its process started, and how long it ran
 */
record Phases(ProcessFigures client, ClusterTimes job) {
  /** A part of the wall time; together they are all of it. */
  enum Phase {
    /** The JVM's start, the look at the archive and the plan, up to the job's submission. */
    CLIENT_START("client's start"),
    /** The sending of the bundle and the job, until the cluster has them. */
    SUBMISSION("submission"),
    /** From the job's start to its end by the cluster's clock. */
    WORK("work on the cluster"),
    /** Until the client has seen that and has ended. */
    CLIENT_END("client's end");

    private final String title;

    Phase(String title) {
      this.title = title;
    }

    /** What it is, for a table. */
    String title() {
      return title;
    }
  }

  /** How long a part took, in seconds. */
  double seconds(Phase phase) {
    return switch (phase) {
      case CLIENT_START -> between(client.started(), job.submission());
      case SUBMISSION -> between(job.submission(), job.start());
      case WORK -> between(job.start(), job.end());
      case CLIENT_END -> between(job.end(), client.ended());
    };
  }

  private static double between(Instant start, Instant end) {
    return Duration.between(start, end).toNanos() / 1e9;
  }
}
