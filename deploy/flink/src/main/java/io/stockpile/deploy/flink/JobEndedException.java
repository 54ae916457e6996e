package io.stockpile.deploy.flink;

/** How a job that did not end complete tells Flink so; the exit code is in its message. */
final class JobEndedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JobEndedException(int code) {
    super(
        "stockpile ended with exit code "
            + code
            + "; its last lines on the standard streams say why");
  }
}
