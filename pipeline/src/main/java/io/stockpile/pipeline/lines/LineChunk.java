package io.stockpile.pipeline.lines;

import io.stockpile.pipeline.json.JsonScanner;
import java.util.Arrays;

/**
 * Some whole lines that the reading thread hands to the parsing thread. Only one of them uses it at
 * a time.
 */
final class LineChunk {
  private byte[] bytes;
  private int start;
  private int[] ends = new int[1024];
  private int lines;
  private long longLineBytes;
  private long landedBytes;
  private boolean last;

  LineChunk(int capacity) {
    bytes = new byte[capacity + JsonScanner.PADDING];
  }

  /**
   * Removes all lines, and replaces the array if a long line has made it larger than {@code
   * capacity}.
   */
  void clear(int capacity) {
    if (bytes.length > capacity + JsonScanner.PADDING) {
      bytes = new byte[capacity + JsonScanner.PADDING];
    }
    start = 0;
    lines = 0;
    longLineBytes = -1;
    last = false;
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * How many bytes may be filled. The array has room for a line end and the padding behind them.
   */
  int capacity() {
    return bytes.length - JsonScanner.PADDING;
  }

  void grow(int capacity) {
    bytes = Arrays.copyOf(bytes, capacity + JsonScanner.PADDING);
  }

  /** Skips bytes before the first line. */
  void startAt(int first) {
    start = first;
  }

  void addEnd(int lineEnd) {
    if (lines == ends.length) {
      ends = Arrays.copyOf(ends, lines * 2);
    }
    ends[lines++] = lineEnd;
  }

  int lines() {
    return lines;
  }

  int lineFrom(int line) {
    return line == 0 ? start : ends[line - 1] + 1;
  }

  /** The position of the line feed that ends a line. */
  int lineEnd(int line) {
    return ends[line];
  }

  /**
   * Says that the only line of the chunk is the beginning of a longer one, with this full length.
   */
  void setLongLine(long lineBytes) {
    longLineBytes = lineBytes;
  }

  /** The full length of the only line if it is cut; otherwise -1. */
  long longLineBytes() {
    return longLineBytes;
  }

  void setLandedBytes(long total) {
    landedBytes = total;
  }

  /** How many stored bytes had been read when the chunk was handed over. */
  long landedBytes() {
    return landedBytes;
  }

  void setLast() {
    last = true;
  }

  boolean isLast() {
    return last;
  }
}
