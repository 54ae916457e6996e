package io.stockpile.pipeline.erase.landed;

import java.io.IOException;
import java.util.Optional;

/** Receives the text of a copy and compresses it as the original was. Not thread-safe. */
interface TextOutput extends AutoCloseable {
  /** Writes a piece of text. */
  void text(byte[] bytes, int from, int to) throws IOException;

  /**
   * Ends a piece of {@link Stretches}.
   *
   * @param bytes the compressed bytes of the original's piece, if its text is unchanged; otherwise
   *     empty
   */
  void stretchEnd(Optional<byte[]> bytes) throws IOException;

  /** Writes what is buffered and ends the output. */
  void finish() throws IOException;

  /** How many gzip members were written; 0 when the output is not gzip. */
  int gzipMembers();

  @Override
  void close() throws IOException;
}
