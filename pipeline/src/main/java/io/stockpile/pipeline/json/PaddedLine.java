package io.stockpile.pipeline.json;

import java.nio.charset.StandardCharsets;

/** Makes lines of JSON with {@link JsonScanner#PADDING} bytes behind them. */
public final class PaddedLine {
  private PaddedLine() {}

  /** A line of some bytes with ASCII before and behind them. */
  public static byte[] of(String before, byte[] bytes, int from, int to, String behind) {
    byte[] head = before.getBytes(StandardCharsets.US_ASCII);
    byte[] tail = behind.getBytes(StandardCharsets.US_ASCII);
    byte[] line = new byte[head.length + to - from + tail.length + JsonScanner.PADDING];
    System.arraycopy(head, 0, line, 0, head.length);
    System.arraycopy(bytes, from, line, head.length, to - from);
    System.arraycopy(tail, 0, line, head.length + to - from, tail.length);
    return line;
  }

  /** Where the line ends, and the padding begins. */
  public static int end(byte[] line) {
    return line.length - JsonScanner.PADDING;
  }
}
