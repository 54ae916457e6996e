package io.stockpile.pipeline.lines;

import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;

/** The text of one landed object, from its first byte to its last. Not thread-safe. */
public interface LandedText extends AutoCloseable {

  /**
   * Reads the next bytes.
   *
   * @return how many bytes were read, at least one; -1 at the end of the text. Only then it is
   *     known that the object is sound
   * @throws IOException when the object could not be read, or is cut or damaged
   */
  int read(byte[] into, int offset, int length) throws IOException;

  /** How many bytes of the object, as it is stored, have been read; 0 while that is not known. */
  long landedBytes();

  /**
   * Size, digest and counts of the object. To be called once, at the end of the text.
   *
   * @param lines how many lines the text has
   */
  LandedFacts facts(LandedInput landed, long lines);

  @Override
  void close() throws IOException;
}
