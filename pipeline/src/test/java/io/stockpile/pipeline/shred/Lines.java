package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.JsonScanner;
import java.nio.charset.StandardCharsets;

/** Makes lines as they are read from landed bytes: with a line end and padding behind them. */
public final class Lines {
  /** The position of the line in the buffer. It is not 0, so that code which ignores it fails. */
  public static final int FROM = 5;

  private Lines() {}

  public static byte[] padded(byte[] line) {
    byte[] bytes = new byte[FROM + line.length + JsonScanner.PADDING];
    System.arraycopy(line, 0, bytes, FROM, line.length);
    bytes[FROM + line.length] = '\n';
    for (int at = FROM + line.length + 1; at < bytes.length; at++) {
      bytes[at] = (byte) "\"}]:,0\\".charAt(at % 7);
    }
    return bytes;
  }

  static byte[] padded(String line) {
    return padded(line.getBytes(StandardCharsets.UTF_8));
  }
}
