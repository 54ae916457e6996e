package io.stockpile.connectors.store;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An object's bytes, whose end is believed only where the object's size says that it is. */
final class WholeInputStream extends FilterInputStream {
  private final String name;
  private final long size;
  private long position;

  /**
   * @param name for messages
   * @param size how many bytes must come
   */
  WholeInputStream(InputStream in, String name, long size) {
    super(in);
    this.name = name;
    this.size = size;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count >= 0) {
      position += count;
    } else if (position < size) {
      throw new EOFException(
          name
              + " has "
              + size
              + " bytes, but reading it ended after "
              + position
              + "; read again");
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    position += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
