package io.stockpile.connectors.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The loop that reads compressed bytes and gives out what they decode to. Not thread-safe. */
abstract sealed class DecodingInputStream extends InputStream
    permits CutGzipInputStream, GzipMemberInputStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream compressed;
  private final GzipDecoder decoder = new GzipDecoder();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] single = new byte[1];
  private boolean ended;
  private boolean closed;

  DecodingInputStream(InputStream compressed) {
    this.compressed = Objects.requireNonNull(compressed, "compressed");
  }

  @Override
  public final int read() throws IOException {
    int count = read(single, 0, 1);
    return count < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public final int read(byte[] output, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, output.length);
    if (closed) {
      throw new IOException("The stream is closed");
    }
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int decoded = decode(output, offset, length);
      if (decoded > 0) {
        return decoded;
      }
      if (!ended) {
        fill();
      }
    }
    return -1;
  }

  /** Decodes what is there; 0 when nothing of it is left. */
  int decode(byte[] output, int offset, int length) throws IOException {
    return decoder.decode(output, offset, length);
  }

  private void fill() throws IOException {
    int count = compressed.read(buffer, 0, buffer.length);
    if (count < 0) {
      finish();
      ended = true;
    } else {
      decoder.input(buffer, 0, count);
    }
  }

  /** Called when no more bytes come in. */
  void finish() throws IOException {
    decoder.finish();
  }

  /** Gives up: reads what still comes in and reports the end of the stream. */
  final void abandon() throws IOException {
    ended = true;
    while (compressed.read(buffer, 0, buffer.length) >= 0) {
      // Whoever counts or digests the compressed bytes wants to see all of them.
    }
  }

  /** How many gzip members were read to their end so far. */
  public final int members() {
    return decoder.members();
  }

  /** How many bytes came out so far. */
  public final long uncompressedBytes() {
    return decoder.uncompressedBytes();
  }

  @Override
  public final void close() throws IOException {
    if (!closed) {
      closed = true;
      decoder.close();
      compressed.close();
    }
  }
}
