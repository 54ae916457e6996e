package io.stockpile.connectors.landing;

/**
 * Channels and sockets answer an interrupt with an {@link java.io.IOException} and leave the flag
 * set; what was meant is an end, not a failure.
 */
public final class Interrupts {
  private Interrupts() {}

  /** Takes the flag back and ends the work, if the thread was interrupted. */
  public static void check(String work) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Interrupted while " + work);
    }
  }
}
