package io.stockpile.connectors.landing;

/**
 * Tells an interrupt from a failure: channels and sockets answer an interrupt with an {@link
 * java.io.IOException} and leave the flag set.
 */
public final class Interrupts {
  private Interrupts() {}

  /** Clears the flag and ends the work, if the thread was interrupted. */
  public static void check(String work) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Interrupted while " + work);
    }
  }
}
