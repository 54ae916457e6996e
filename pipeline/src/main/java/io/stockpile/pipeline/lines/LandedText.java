package io.stockpile.pipeline.lines;

import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;

/** The text of one landed object, from its first byte to its last. Not thread-safe. */
public interface LandedText extends AutoCloseable {

  /**
   * Reads on.
   *
   * @return how many bytes were read, at least one; -1 behind the last, which is known only then to
   *     be the last of a sound object
   * @throws IOException when the object could not be read, or is cut or damaged
   */
  int read(byte[] into, int offset, int length) throws IOException;

  /** How many landed bytes have been read, as far as that is known already. */
  long landedBytes();

  /**
   * What was seen; to be called once, when everything has been read.
   *
   * @param lines how many lines the text has
   */
  LandedFacts facts(LandedInput landed, long lines);

  @Override
  void close() throws IOException;
}
