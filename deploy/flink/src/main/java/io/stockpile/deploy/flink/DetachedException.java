package io.stockpile.deploy.flink;

import org.apache.flink.configuration.DeploymentOptions;

/**
 * A program in a JobManager is not allowed to wait for its job, and so could not tell how it ended.
 */
final class DetachedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DetachedException() {
    super(
        "stockpile was not started: here Flink does not let a program wait for its job. Set "
            + DeploymentOptions.ATTACHED.key()
            + ": true in Flink's configuration of this application; where that is not to be had, as"
            + " for jars that are submitted in the web interface, use `flink run`");
  }
}
