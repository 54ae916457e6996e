package io.stockpile.bench;

import io.stockpile.bench.job.ClusterTimes;
import io.stockpile.bench.measure.ProcessFigures;
import java.time.Duration;

/**
 * What the wall time of a client is made of; together they are all of it.
 *
 * @param clientStart from the start of its process, with the look at the archive and the plan, to
 *     the submission of its job
 * @param submission until the cluster has the job
 * @param work from the job's start to its end by the cluster's clock
 * @param clientEnd until the client has seen that and has ended
 */
record Phases(Duration clientStart, Duration submission, Duration work, Duration clientEnd) {
  static Phases of(ProcessFigures client, ClusterTimes job) {
    return new Phases(
        Duration.between(client.started(), job.submission()),
        Duration.between(job.submission(), job.start()),
        Duration.between(job.start(), job.end()),
        Duration.between(job.end(), client.ended()));
  }
}
