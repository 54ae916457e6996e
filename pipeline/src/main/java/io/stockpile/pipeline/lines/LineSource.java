package io.stockpile.pipeline.lines;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;

/**
 * The records of one landed object, a line each, one after the other. Not thread-safe; to be
 * closed.
 */
public interface LineSource extends AutoCloseable {

  /**
   * Opens an object: its lines, or the records of its pages.
   *
   * @param edit changes its lines; of pages it changes the pages
   */
  static LineSource open(
      ObjectStore store, LandedInput landed, int maxLineBytes, int chunkBytes, LineEdit edit) {
    LineSource lines =
        edit == LineEdit.NONE
            ? new LandedLines(store, landed, maxLineBytes, chunkBytes)
            : EditedLines.open(store, landed, maxLineBytes, chunkBytes, edit);
    return landed.layout().parts().isEmpty()
        ? lines
        : new PageRecords(lines, landed.layout(), maxLineBytes);
  }

  /**
   * Moves to the next record.
   *
   * @return false behind the last
   * @throws IOException when the object could not be read, or is cut or damaged
   */
  boolean next() throws IOException, InterruptedException;

  /** The array that the record lies in; it stays as it is until {@link #next}. */
  byte[] bytes();

  int from();

  /** The record's end, without a line end; of a line above the limit that of its kept part. */
  int to();

  /** The record's true length, without a line end. */
  long lineBytes();

  /** The number of its line in the object, from 1. */
  long number();

  /** Whether this is a good moment to say how far it is. */
  boolean endsChunk();

  /** How many landed bytes had been read when this record was handed over. */
  long landedBytes();

  /**
   * What was seen of the object; to be asked when {@link #next} has returned false.
   *
   * @throws LandedBytesException when it is not the object that was landed
   */
  LandedFacts facts() throws LandedBytesException;

  @Override
  void close();
}
