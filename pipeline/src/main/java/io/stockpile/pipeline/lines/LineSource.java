package io.stockpile.pipeline.lines;

import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;

/** Reads the records of one landed object, one line each. Not thread-safe; must be closed. */
public interface LineSource extends AutoCloseable {

  /**
   * Opens an object. Its records are its lines or, with a layout of pages, the records in its
   * pages.
   *
   * @param edit is applied to lines for which {@link #edit} is called; if lines are pages, to all
   *     of them before records are taken from them
   */
  static LineSource open(
      TextOpener texts, LandedInput landed, int maxLineBytes, int chunkBytes, LineEdit edit) {
    LineSource lines =
        edit == LineEdit.NONE
            ? new LandedLines(texts, landed, maxLineBytes, chunkBytes)
            : EditedLines.open(texts, landed, maxLineBytes, chunkBytes, edit);
    return landed.layout().parts().isEmpty()
        ? lines
        : new PageRecords(lines, landed.layout(), maxLineBytes);
  }

  /**
   * Moves to the next record.
   *
   * @return false when there is none
   * @throws IOException when the object could not be read, or is cut or damaged
   */
  boolean next() throws IOException, InterruptedException;

  /**
   * Applies the edit to the record, unless that was done before.
   *
   * @return whether the record has changed by it
   */
  boolean edit();

  /** The array that contains the record; valid until the next call of {@link #next}. */
  byte[] bytes();

  int from();

  /**
   * The position behind the record, without a line end. For a line above the limit, behind the part
   * that is kept.
   */
  int to();

  /** The full length of the record, without a line end, even if only a part is kept. */
  long lineBytes();

  /** The number of its line in the object, from 1. */
  long number();

  /** Whether this is a good moment to report progress. */
  boolean endsChunk();

  /** How many stored bytes had been read when this record was handed over. */
  long landedBytes();

  /**
   * Sizes, digest and counts of the object. To be called when {@link #next} has returned false.
   *
   * @throws LandedBytesException when the object is not byte for byte what was landed
   */
  LandedFacts facts() throws LandedBytesException;

  @Override
  void close();
}
