package io.stockpile.pipeline.erase.landed;

import java.io.IOException;
import java.util.Optional;

/** Where the text goes that stays, to be compressed as the object was. Not thread-safe. */
interface TextOutput extends AutoCloseable {
  /** Takes a piece of text. */
  void text(byte[] bytes, int from, int to) throws IOException;

  /**
   * Says that a stretch is over.
   *
   * @param bytes its compressed bytes, when its text is the same as it was; empty when not
   */
  void stretchEnd(Optional<byte[]> bytes) throws IOException;

  /** Writes what is left. */
  void finish() throws IOException;

  /** How many gzip members were written; 0 when it is no gzip. */
  int gzipMembers();

  @Override
  void close() throws IOException;
}
