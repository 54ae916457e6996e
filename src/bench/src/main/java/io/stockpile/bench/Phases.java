package io.stockpile.bench;

import io.stockpile.bench.job.ClusterTimes;
import io.stockpile.bench.measure.ProcessFigures;
import java.time.Duration;
import java.time.Instant;

/**
 * The parts of the wall time of a client that submits a job to a cluster.
 *
 * @param client when the client's process started, and how long it ran
 * @param job when the cluster had the job
 */
record Phases(ProcessFigures client, ClusterTimes job) {
  /** A part of the wall time. The sum of all parts is the wall time. */
  enum Phase {
    /** From the start of the JVM to the submission of the job: listing the archive and planning. */
    CLIENT_START("client's start"),
    /** Sending the bundle and the job to the cluster. */
    SUBMISSION("submission"),
    /** From the start to the end of the job, by the cluster's clock. */
    WORK("work on the cluster"),
    /** From the end of the job to the end of the client. */
    CLIENT_END("client's end");

    private final String title;

    Phase(String title) {
      this.title = title;
    }

    /** Its name in a table. */
    String title() {
      return title;
    }
  }

  /** The duration of a part, in seconds. */
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
