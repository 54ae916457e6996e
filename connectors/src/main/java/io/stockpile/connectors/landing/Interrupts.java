package io.stockpile.connectors.landing;

/**
 * Distinguishes an interrupt from a failure: when a thread is interrupted, channels and sockets
 * throw an {@link java.io.IOException} and leave the flag set.
 */
public final class Interrupts {
  private Interrupts() {}

  /** Throws if the thread was interrupted, and clears the flag. */
  public static void check(String work) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Interrupted while " + work);
    }
  }
}
