package io.stockpile.pipeline.erase.landed;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The text of an object in the pieces in which it was compressed one by one. A line may go over
 * from one into the next. Not thread-safe.
 */
interface Stretches extends Closeable {
  /** Goes to the next; the one before must have been read to its end. */
  boolean next() throws IOException;

  /** Its text; -1 at its end. */
  int read(byte[] into, int offset, int length) throws IOException;

  /**
   * Its compressed bytes, which could be taken over as they are; empty when that is not so. To be
   * asked at its end.
   */
  Optional<byte[]> bytes();
}
