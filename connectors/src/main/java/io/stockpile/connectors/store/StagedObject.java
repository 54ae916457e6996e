package io.stockpile.connectors.store;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An object that is being written to a store. Not thread-safe.
 *
 * <p>{@link #close} without a preceding {@link #finish} discards the bytes, so that a
 * try-with-resources around a failing writer leaves nothing behind. After a failed write every
 * later call but {@code close} fails too.
 */
public abstract class StagedObject extends OutputStream {
  /** How many bytes have been written so far. */
  public abstract long position();

  /** The SHA-256 of the bytes written so far, in lower-case hex. */
  public abstract String sha256();

  /**
   * Hands the last bytes to the store. The object stays invisible until {@link
   * ObjectStore#complete} is called with the result. Called once; nothing can be written
   * afterwards.
   */
  public abstract PendingObject finish() throws IOException;

  @Override
  public abstract void close() throws IOException;
}
