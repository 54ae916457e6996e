package io.stockpile.pipeline.erase.landed;

import io.stockpile.connectors.gzip.GzipMemberWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes gzip. A member of the original whose text is unchanged is copied compressed; any other is
 * compressed again. Large members are split into several of whole lines, so that later erasing
 * compresses only those again that it changes.
 */
final class GzipOutput implements TextOutput {
  private final OutputStream out;
  private final GzipMemberWriter writer;
  private final int memberBytes;
  private byte[] text = new byte[1 << 16];
  private int size;
  private int members;
  private boolean full;
  private boolean split;

  /**
   * @param memberBytes a member ends with the line in which its text reaches this size
   */
  GzipOutput(OutputStream out, int memberBytes) {
    this.out = out;
    this.memberBytes = memberBytes;
    writer = new GzipMemberWriter(out);
  }

  @Override
  public void text(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      if (full) {
        write();
        split = true;
      }
      int end = memberEnd(bytes, at, to);
      append(bytes, at, end);
      at = end;
    }
  }

  /**
   * The position behind the first line end at which the member is large enough, or {@code to} if
   * there is none.
   */
  private int memberEnd(byte[] bytes, int from, int to) {
    for (int at = from + Math.max(0, memberBytes - size - 1); at < to; at++) {
      if (bytes[at] == '\n') {
        full = true;
        return at + 1;
      }
    }
    return to;
  }

  private void append(byte[] bytes, int from, int to) {
    int length = to - from;
    if (size + length > text.length) {
      text = Arrays.copyOf(text, Math.max(size + length, text.length * 2));
    }
    System.arraycopy(bytes, from, text, size, length);
    size += length;
  }

  @Override
  public void stretchEnd(Optional<byte[]> bytes) throws IOException {
    if (bytes.isPresent() && !split) {
      out.write(bytes.get());
      members++;
    } else if (size > 0) {
      write();
    }
    size = 0;
    full = false;
    split = false;
  }

  @Override
  public void finish() throws IOException {
    if (size > 0 || members == 0) {
      write();
    }
  }

  private void write() throws IOException {
    writer.write(text, 0, size);
    members++;
    size = 0;
    full = false;
  }

  @Override
  public int gzipMembers() {
    return members;
  }

  @Override
  public void close() {
    writer.close();
  }
}
