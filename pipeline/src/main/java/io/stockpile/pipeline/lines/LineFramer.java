package io.stockpile.pipeline.lines;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Splits a text into lines at line feeds only. It fills chunks with whole lines; a chunk grows for
 * a long line, up to the limit. Of a line above the limit the beginning is kept and the length
 * counted.
 */
final class LineFramer {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long LINE_FEEDS = ONES * '\n';
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final LandedText input;
  private final int maxLineBytes;
  private final int chunkBytes;
  private byte[] rest;
  private int restLength;
  private boolean begun;
  private boolean ended;

  /**
   * @param chunkBytes the size of chunks, unless a line is longer
   */
  LineFramer(LandedText input, int maxLineBytes, int chunkBytes) {
    this.input = input;
    this.maxLineBytes = maxLineBytes;
    this.chunkBytes = chunkBytes;
    rest = new byte[chunkBytes];
  }

  /** Whether all lines have been put into chunks. */
  boolean isEnded() {
    return ended;
  }

  /** Fills a cleared chunk with lines. The chunk stays empty only at the end of the text. */
  void fill(LineChunk chunk) throws IOException {
    int filled = takeRest(chunk);
    int scanned = 0;
    while (true) {
      scan(chunk, scanned, filled);
      scanned = filled;
      if (filled == chunk.capacity()) {
        if (chunk.lines() > 0) {
          break;
        }
        int keptTo = chunk.lineFrom(0) + maxLineBytes;
        if (filled > keptTo && filled - keptTo >= chunkBytes / 2) {
          passOverLongLine(chunk, filled, keptTo);
          return;
        }
        long most = (long) maxLineBytes + chunkBytes + BYTE_ORDER_MARK.length;
        chunk.grow((int) Math.min(chunk.capacity() * 2L, most));
      }
      int count = input.read(chunk.bytes(), filled, chunk.capacity() - filled);
      if (count < 0) {
        ended = true;
        break;
      }
      filled += count;
      passByteOrderMark(chunk, filled);
    }
    int lineFrom = chunk.lineFrom(chunk.lines());
    if (!ended) {
      keepRest(chunk.bytes(), lineFrom, filled);
    } else if (filled > lineFrom) {
      chunk.bytes()[filled] = '\n';
      chunk.addEnd(filled);
    }
  }

  private static void scan(LineChunk chunk, int from, int to) {
    byte[] bytes = chunk.bytes();
    int at = from;
    while (at < to) {
      long word = (long) WORD.get(bytes, at) ^ LINE_FEEDS;
      long found = (word - ONES) & ~word & HIGH_BITS;
      if (found == 0) {
        at += Long.BYTES;
        continue;
      }
      at += Long.numberOfTrailingZeros(found) >>> 3;
      if (at < to) {
        chunk.addEnd(at);
        at++;
      }
    }
  }

  private void passByteOrderMark(LineChunk chunk, int filled) {
    if (begun || filled < BYTE_ORDER_MARK.length) {
      return;
    }
    begun = true;
    byte[] bytes = chunk.bytes();
    if (bytes[0] == BYTE_ORDER_MARK[0]
        && bytes[1] == BYTE_ORDER_MARK[1]
        && bytes[2] == BYTE_ORDER_MARK[2]) {
      chunk.startAt(BYTE_ORDER_MARK.length);
    }
  }

  /**
   * Skips the rest of a line above the limit, whose beginning fills the chunk. The room behind the
   * kept part is used as a buffer.
   */
  private void passOverLongLine(LineChunk chunk, int filled, int keptTo) throws IOException {
    byte[] bytes = chunk.bytes();
    long length = (long) filled - chunk.lineFrom(0);
    byte before = bytes[filled - 1];
    bytes[keptTo] = '\n';
    int work = keptTo + 1;
    int lineFeed = -1;
    while (lineFeed < 0 && !ended) {
      int count = input.read(bytes, work, chunk.capacity() - work);
      if (count < 0) {
        ended = true;
        break;
      }
      int end = work;
      while (end < work + count && bytes[end] != '\n') {
        before = bytes[end++];
      }
      length += end - work;
      if (end < work + count) {
        lineFeed = end;
        keepRest(bytes, end + 1, work + count);
      }
    }
    chunk.addEnd(keptTo);
    chunk.setLongLine(before == '\r' ? length - 1 : length);
  }

  private void keepRest(byte[] bytes, int from, int to) {
    restLength = to - from;
    if (restLength > rest.length) {
      rest = new byte[restLength];
    }
    System.arraycopy(bytes, from, rest, 0, restLength);
  }

  private int takeRest(LineChunk chunk) {
    if (restLength > chunk.capacity()) {
      chunk.grow(restLength);
    }
    System.arraycopy(rest, 0, chunk.bytes(), 0, restLength);
    int length = restLength;
    restLength = 0;
    if (rest.length > chunkBytes) {
      rest = new byte[chunkBytes];
    }
    return length;
  }
}
