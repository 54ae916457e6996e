package io.stockpile.connectors.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Decodes a gzip file strictly: one member or several after one another, each with a sound header,
 * the right checksum and the right length, and nothing but zero padding after the last. Unlike
 * {@link java.util.zip.GZIPInputStream} it never takes a moment without input for the end, and
 * never passes over what follows a trailer.
 *
 * <p>The end of the stream ({@code -1}) is reported only after the whole file was found sound;
 * anything else is a {@link GzipFormatException}. Bytes that were read before are then not to be
 * trusted. Memory used is two fixed buffers. Not thread-safe.
 */
public final class GzipMemberInputStream extends InputStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream compressed;
  private final GzipDecoder decoder = new GzipDecoder();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] single = new byte[1];
  private boolean ended;
  private boolean closed;

  /**
   * @param compressed is read to its end, in large pieces, and closed with this stream
   */
  public GzipMemberInputStream(InputStream compressed) {
    this.compressed = Objects.requireNonNull(compressed, "compressed");
  }

  @Override
  public int read() throws IOException {
    int count = read(single, 0, 1);
    return count < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] output, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, output.length);
    if (closed) {
      throw new IOException("The stream is closed");
    }
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int decoded = decoder.decode(output, offset, length);
      if (decoded > 0) {
        return decoded;
      }
      int count = compressed.read(buffer, 0, buffer.length);
      if (count < 0) {
        decoder.finish();
        ended = true;
      } else {
        decoder.input(buffer, 0, count);
      }
    }
    return -1;
  }

  /** How many gzip members were read to their end so far. */
  public int members() {
    return decoder.members();
  }

  /** How many bytes came out so far. */
  public long uncompressedBytes() {
    return decoder.uncompressedBytes();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      decoder.close();
      compressed.close();
    }
  }
}
