package io.stockpile.pipeline.unit;

/** How a job ended as a whole, from best to worst; the worst of its units' results is the job's. */
public enum JobResult {
  /** Everything that was asked for is in the archive. */
  COMPLETE,
  /** Some of it cannot be obtained. */
  INCOMPLETE,
  /** The archive's files differ from what the manifests say. */
  DIFFERENT,
  /** Something went wrong. A second run continues where this one ended. */
  FAILED,
  /** The service refused the credentials, so running again does not help. */
  REFUSED;

  /** The worse of the two. */
  public JobResult or(JobResult other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
