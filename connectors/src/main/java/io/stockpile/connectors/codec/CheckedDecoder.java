package io.stockpile.connectors.codec;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a library's decoder strict. The end is reported only if no bytes are left. Whatever the
 * decoder throws about the bytes becomes a {@link DamagedFileException}, which every later call
 * throws again. A failure to read the bytes is thrown unchanged. Not thread-safe.
 */
final class CheckedDecoder extends InputStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Codec codec;
  private final Watched watched;
  private final BufferedInputStream compressed;
  private Optional<InputStream> decoder = Optional.empty();
  private Optional<IOException> failure = Optional.empty();
  private boolean ended;

  CheckedDecoder(Codec codec, InputStream compressed) {
    this.codec = codec;
    this.watched = new Watched(compressed);
    this.compressed = new BufferedInputStream(watched, BUFFER_BYTES);
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] output, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, output.length);
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    try {
      return decode(output, offset, length);
    } catch (IOException | RuntimeException e) {
      IOException thrown = watched.failure.orElseGet(() -> damaged(e));
      failure = Optional.of(thrown);
      throw thrown;
    }
  }

  private int decode(byte[] output, int offset, int length) throws IOException {
    if (decoder.isEmpty()) {
      decoder = Optional.of(codec.decoder(compressed));
    }
    int count = decoder.get().read(output, offset, length);
    while (count == 0) {
      count = decoder.get().read(output, offset, length);
    }
    if (count > 0) {
      return count;
    }
    if (compressed.read() >= 0) {
      throw new DamagedFileException("after the end of the " + codec.label() + " data comes more");
    }
    ended = true;
    return -1;
  }

  private DamagedFileException damaged(Exception cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String where =
        watched.ended
            ? "In the file's " + watched.bytes + " bytes of "
            : "In the first " + watched.bytes + " bytes, of ";
    return new DamagedFileException(where + codec.label() + ": " + reason, cause);
  }

  @Override
  public void close() throws IOException {
    if (decoder.isPresent()) {
      decoder.get().close();
    } else {
      compressed.close();
    }
  }

  /** Remembers its own failure, to distinguish it from one of the decoder. */
  private static final class Watched extends FilterInputStream {
    private Optional<IOException> failure = Optional.empty();
    private long bytes;
    private boolean ended;

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] output, int offset, int length) throws IOException {
      try {
        int count = in.read(output, offset, length);
        bytes += Math.max(count, 0);
        ended |= count < 0;
        return count;
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }
  }
}
