package io.stockpile.connectors.firestream;

/**
 * Channels and sockets answer an interrupt with an {@link java.io.IOException} and leave the flag
 * set; what was meant is an end, not a failure.
 */
final class Interrupts {
  private Interrupts() {}

  /** Takes the flag back and ends the work, if the thread was interrupted. */
  static void check(String work) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Interrupted while " + work);
    }
  }
}
