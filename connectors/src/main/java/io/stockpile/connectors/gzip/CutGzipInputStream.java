package io.stockpile.connectors.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * Decodes a gzip stream whose connection may have been cut: all that can be decoded comes out, and
 * then the end of the stream ({@code -1}), whatever became of the rest. {@link #ending} says what
 * that was; the rules by which a stream is whole are those of {@link GzipMemberInputStream}.
 *
 * <p>The bytes that come in are read to their end, also behind a damage. Memory used is two fixed
 * buffers. Not thread-safe.
 */
public final class CutGzipInputStream extends InputStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream compressed;
  private final GzipDecoder decoder = new GzipDecoder();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] single = new byte[1];
  private Optional<GzipEnding> ending = Optional.empty();
  private boolean closed;

  /**
   * @param compressed is read to its end, in large pieces, and closed with this stream
   */
  public CutGzipInputStream(InputStream compressed) {
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
    while (ending.isEmpty()) {
      int decoded = decode(output, offset, length);
      if (decoded > 0) {
        return decoded;
      }
      if (ending.isEmpty()) {
        fill();
      }
    }
    return -1;
  }

  private int decode(byte[] output, int offset, int length) throws IOException {
    try {
      return decoder.decode(output, offset, length);
    } catch (GzipFormatException e) {
      ending = Optional.of(GzipEnding.DAMAGED);
      while (compressed.read(buffer, 0, buffer.length) >= 0) {
        // Whoever counts or digests the compressed bytes wants to see all of them.
      }
      return 0;
    }
  }

  private void fill() throws IOException {
    int count = compressed.read(buffer, 0, buffer.length);
    if (count >= 0) {
      decoder.input(buffer, 0, count);
      return;
    }
    try {
      decoder.finish();
      ending = Optional.of(GzipEnding.WHOLE);
    } catch (GzipFormatException e) {
      ending = Optional.of(GzipEnding.CUT);
    }
  }

  /** How the stream ended; empty as long as it was not read to its end. */
  public Optional<GzipEnding> ending() {
    return ending;
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
