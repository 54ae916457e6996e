package io.stockpile.connectors.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Decodes a gzip stream whose connection may have been cut: all that can be decoded comes out, and
 * then the end of the stream ({@code -1}), whatever the rest is like. {@link #ending} says what
 * that was; the rules by which a stream is whole are those of {@link GzipMemberInputStream}.
 *
 * <p>The bytes that come in are read to their end, also behind a damage. Memory used is two fixed
 * buffers. Not thread-safe.
 */
public final class CutGzipInputStream extends DecodingInputStream {
  private Optional<GzipEnding> ending = Optional.empty();

  /**
   * @param compressed is read to its end, in large pieces, and closed with this stream
   */
  public CutGzipInputStream(InputStream compressed) {
    super(compressed);
  }

  @Override
  int decode(byte[] output, int offset, int length) throws IOException {
    try {
      return super.decode(output, offset, length);
    } catch (GzipFormatException e) {
      ending = Optional.of(GzipEnding.DAMAGED);
      abandon();
      return 0;
    }
  }

  @Override
  void finish() throws IOException {
    try {
      super.finish();
      ending = Optional.of(GzipEnding.WHOLE);
    } catch (GzipFormatException e) {
      ending = Optional.of(GzipEnding.CUT);
    }
  }

  /** How the stream ended; empty as long as it was not read to its end. */
  public Optional<GzipEnding> ending() {
    return ending;
  }
}
