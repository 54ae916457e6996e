package io.stockpile.bench.job;

import java.time.Instant;

/**
 * Moments of a job on a cluster. The cluster runs on this machine, so all are by the same clock.
 *
 * @param submission when the client began to send the job and the bundle
 * @param start when the cluster began with the job
 * @param end when the cluster had ended the job
 */
public record ClusterTimes(Instant submission, Instant start, Instant end) {}
