package io.stockpile.connectors.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Objects;
import java.util.function.IntSupplier;

/** The whole lines of a text that may have been cut, one after another. Not thread-safe. */
public final class WholeLinesInputStream extends InputStream {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final InputStream text;
  private final IntSupplier gzipMembers;
  private final WholeLines lines;
  private final byte[] single = new byte[1];
  private int at;
  private int end;

  WholeLinesInputStream(InputStream text) {
    this(text, () -> 0);
  }

  private WholeLinesInputStream(InputStream text, IntSupplier gzipMembers) {
    this.text = text;
    this.gzipMembers = gzipMembers;
    this.lines = new WholeLines(text);
  }

  /**
   * The lines of an answer as it was landed, compressed or not.
   *
   * @param landed is read to its end, and closed with this stream
   * @throws IOException when it cannot be read; it is not closed then
   */
  public static WholeLinesInputStream ofAnswer(InputStream landed) throws IOException {
    PushbackInputStream begun = new PushbackInputStream(landed, 2);
    if (!isGzip(begun)) {
      return new WholeLinesInputStream(begun);
    }
    CutGzipInputStream gzip = new CutGzipInputStream(begun);
    return new WholeLinesInputStream(gzip, gzip::members);
  }

  /** Whether an answer is compressed, by the first of its bytes alone where it has no more. */
  public static boolean isGzip(PushbackInputStream in) throws IOException {
    byte[] first = in.readNBytes(2);
    in.unread(first);
    return first.length > 0
        && (first[0] & 0xff) == GZIP_FIRST
        && (first.length < 2 || (first[1] & 0xff) == GZIP_SECOND);
  }

  /** How many gzip members were read to their end so far; 0 when it is not compressed. */
  public int gzipMembers() {
    return gzipMembers.getAsInt();
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
