package io.stockpile.pipeline.parquet;

import io.stockpile.connectors.store.ObjectStore;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * Lets Parquet's reader read a stored object. It reads ranges and keeps the last one in memory. The
 * first range is the object's end, where the footer is.
 */
public final class StoredInput implements InputFile {
  private static final int RANGE_BYTES = 64 << 10;

  private final ObjectStore store;
  private final String key;
  private final long length;

  /**
   * @param length the object's size in bytes
   */
  public StoredInput(ObjectStore store, String key, long length) {
    this.store = store;
    this.key = key;
    this.length = length;
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new Ranges();
  }

  @Override
  public String toString() {
    return key;
  }

  private final class Ranges extends SeekableInputStream {
    private byte[] range = new byte[0];
    private long rangeFrom;
    private long position;

    /**
     * Makes bytes at the current position available: {@code wanted}, or fewer at the object's end.
     */
    private int fill(int wanted) throws IOException {
      long left = length - position;
      long inRange = rangeFrom + range.length - position;
      if (position >= rangeFrom && inRange > 0) {
        return (int) Math.min(inRange, wanted);
      }
      if (left <= 0) {
        return -1;
      }
      long from = Math.max(0, Math.min(position, length - RANGE_BYTES));
      long to = Math.min(length, Math.max(position + wanted, from + RANGE_BYTES));
      range = store.read(key, from, Math.toIntExact(to - from));
      rangeFrom = from;
      return (int) Math.min(left, wanted);
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void seek(long newPosition) {
      position = newPosition;
    }

    @Override
    public int read() throws IOException {
      if (fill(1) < 0) {
        return -1;
      }
      int value = range[(int) (position - rangeFrom)] & 0xFF;
      position++;
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
      if (wanted == 0) {
        return 0;
      }
      int available = fill(wanted);
      if (available > 0) {
        System.arraycopy(range, (int) (position - rangeFrom), bytes, offset, available);
        position += available;
      }
      return available;
    }

    @Override
    public void readFully(byte[] bytes) throws IOException {
      readFully(bytes, 0, bytes.length);
    }

    @Override
    public void readFully(byte[] bytes, int offset, int wanted) throws IOException {
      int done = 0;
      while (done < wanted) {
        int count = read(bytes, offset + done, wanted - done);
        if (count < 0) {
          throw new EOFException(
              key + " ends at byte " + length + ", " + position + " was asked for");
        }
        done += count;
      }
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
      byte[] bytes = new byte[buffer.remaining()];
      int count = read(bytes, 0, bytes.length);
      if (count > 0) {
        buffer.put(bytes, 0, count);
      }
      return count;
    }

    @Override
    public void readFully(ByteBuffer buffer) throws IOException {
      byte[] bytes = new byte[buffer.remaining()];
      readFully(bytes);
      buffer.put(bytes);
    }
  }
}
