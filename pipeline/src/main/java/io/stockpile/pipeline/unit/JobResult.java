package io.stockpile.pipeline.unit;

/** How a job ended as a whole, in the order in which one end hides another. */
public enum JobResult {
  /** All that was asked for is in the archive. */
  COMPLETE,
  /** Some of it is not to be had. */
  INCOMPLETE,
  /** The files are not what the manifests say. */
  DIFFERENT,
  /** Something went wrong; a second run goes on from there. */
  FAILED,
  /** The service refused the credentials, so running again does not help. */
  REFUSED;

  /** The worse of the two. */
  public JobResult or(JobResult other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
