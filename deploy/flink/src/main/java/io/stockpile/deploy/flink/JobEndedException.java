package io.stockpile.deploy.flink;

/** Tells Flink that a job did not end complete. The message has the exit code. */
final class JobEndedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobEndedException(int code) {
    super(
        "stockpile ended with exit code "
            + code
            + "; its last lines on the standard streams say why");
  }
}
