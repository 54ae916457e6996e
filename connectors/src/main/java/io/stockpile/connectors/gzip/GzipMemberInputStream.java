package io.stockpile.connectors.gzip;

import java.io.InputStream;

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
public final class GzipMemberInputStream extends DecodingInputStream {
  /**
   * @param compressed is read to its end, in large pieces, and closed with this stream
   */
  public GzipMemberInputStream(InputStream compressed) {
    super(compressed);
  }
}
