package io.stockpile.bench.job;

import java.time.Instant;

/**
 * The moments of a job on a cluster on this machine, so that all of them are of one clock.
 *
 * @param submission when the client began to send it, with the bundle
 * @param start when the cluster had it
 * @param end when the cluster was done with it
 */
public record ClusterTimes(Instant submission, Instant start, Instant end) {}
