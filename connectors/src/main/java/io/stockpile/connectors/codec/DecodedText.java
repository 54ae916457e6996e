package io.stockpile.connectors.codec;

import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.gzip.GzipMemberInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.function.IntSupplier;

/**
 * What a file decodes to, strictly checked: each of the streams, members or frames that follow one
 * another has the checksums right that it has, and nothing else comes after the last. The end
 * ({@code -1}) is reported only after all of that was found; anything else is a {@link
 * DamagedFileException}, or of a gzip file a {@link GzipFormatException}. Bytes that were read
 * before are then not to be trusted. Plain text comes out as it is.
 *
 * <p>Memory used does not grow with the file: at most 80 MiB for xz, 128 MiB outside the heap for
 * zstd, what a file of theirs asks for. One that asks for more is refused. Not thread-safe.
 */
public final class DecodedText extends FilterInputStream {
  private final IntSupplier gzipMembers;
  private long bytes;

  /**
   * @param file is read to its end, in large pieces, and closed with this stream
   */
  public DecodedText(Codec codec, InputStream file) {
    this(decoded(codec, file));
  }

  private DecodedText(InputStream text) {
    super(text);
    gzipMembers = text instanceof GzipMemberInputStream gzip ? gzip::members : () -> 0;
  }

  /**
   * Opens a file whose codec its first bytes tell.
   *
   * @throws IOException when they cannot be read; the file is not closed then
   */
  public static DecodedText of(InputStream file) throws IOException {
    PushbackInputStream begun = new PushbackInputStream(file, Codec.MAGIC_BYTES);
    byte[] first = begun.readNBytes(Codec.MAGIC_BYTES);
    begun.unread(first);
    return new DecodedText(Codec.of(first), begun);
  }

  private static InputStream decoded(Codec codec, InputStream file) {
    return switch (codec) {
      case PLAIN -> file;
      case GZIP -> new GzipMemberInputStream(file);
      case BZIP2, XZ, ZSTD -> new CheckedDecoder(codec, file);
    };
  }

  /** How many gzip members were read to their end so far; 0 for a file of another codec. */
  public int gzipMembers() {
    return gzipMembers.getAsInt();
  }

  /** How many bytes came out so far. */
  public long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    bytes += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] output, int offset, int length) throws IOException {
    int count = in.read(output, offset, length);
    bytes += Math.max(count, 0);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
