package io.stockpile.connectors.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The whole lines of a text that may have been cut, one after another. Not thread-safe. */
public final class WholeLinesInputStream extends InputStream {
  private final InputStream text;
  private final WholeLines lines;
  private final byte[] single = new byte[1];
  private int at;
  private int end;

  public WholeLinesInputStream(InputStream text) {
    this.text = text;
    this.lines = new WholeLines(text);
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] output, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, output.length);
    if (length == 0) {
      return 0;
    }
    if (at == end) {
      if (!lines.next()) {
        return -1;
      }
      at = lines.start();
      end = lines.end();
    }
    int count = Math.min(length, end - at);
    System.arraycopy(lines.bytes(), at, output, offset, count);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
