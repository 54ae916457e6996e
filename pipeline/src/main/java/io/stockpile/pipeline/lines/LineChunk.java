package io.stockpile.pipeline.lines;

import io.stockpile.pipeline.json.JsonScanner;
import java.util.Arrays;

/**
 * Some whole lines on their way from the inflating thread to the parsing one. Owned by one of them
 * at a time.
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

  /** Forgets all lines, and lets go of an array that a long line has made larger than this. */
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

  /** How many bytes may be filled: behind them there is room for a line end and the padding. */
  int capacity() {
    return bytes.length - JsonScanner.PADDING;
  }

  void grow(int capacity) {
    bytes = Arrays.copyOf(bytes, capacity + JsonScanner.PADDING);
  }

  /** Leaves out bytes before the first line. */
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

  /** Where a line ends: at its line feed. */
  int lineEnd(int line) {
    return ends[line];
  }

  /** Says that the only line is the beginning of a longer one, and how many bytes that has. */
  void setLongLine(long lineBytes) {
    longLineBytes = lineBytes;
  }

  /** The true length of an only line that is cut short, or -1. */
  long longLineBytes() {
    return longLineBytes;
  }

  void setLandedBytes(long total) {
    landedBytes = total;
  }

  /** How many landed bytes had been read when the chunk was handed over. */
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
