package io.stockpile.pipeline.erase.landed;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The text of an object, in the pieces that were compressed separately. A line may begin in one
 * piece and end in the next. Not thread-safe.
 */
interface Stretches extends Closeable {
  /**
   * Goes to the next piece; false when there is none. The one before must have been read to its
   * end.
   */
  boolean next() throws IOException;

  /**
   * Reads text of the current piece, as {@link java.io.InputStream#read(byte[], int, int)} does; -1
   * at its end.
   */
  int read(byte[] into, int offset, int length) throws IOException;

  /**
   * The compressed bytes of the current piece, to be copied as they are; empty when that is not
   * possible. To be called when its text was read to the end.
   */
  Optional<byte[]> bytes();
}
