package io.stockpile.connectors.codec;

import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.gzip.GzipMemberInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.function.IntSupplier;

/**
 * Decompresses a file with strict checks: the checksums of all its streams, members or frames must
 * be right, and nothing else may follow the last. The end ({@code -1}) is reported only if that is
 * so. Otherwise a {@link DamagedFileException} is thrown, for gzip a {@link GzipFormatException},
 * and the bytes that were read before must not be trusted. Plain text is returned as it is.
 *
 * <p>The memory does not depend on the size of the file. An xz file may demand up to 80 MiB, a zstd
 * file up to 128 MiB outside the heap; a file that demands more is refused. Not thread-safe.
 */
public final class DecodedText extends FilterInputStream {
  private final IntSupplier gzipMembers;
  private long bytes;

  /**
   * @param file read to its end in large pieces, and closed with this stream
   */
  public DecodedText(Codec codec, InputStream file) {
    this(decoded(codec, file));
  }

  private DecodedText(InputStream text) {
    super(text);
    gzipMembers = text instanceof GzipMemberInputStream gzip ? gzip::members : () -> 0;
  }

  /**
   * Opens a file and recognises its codec by its first bytes.
   *
   * @throws IOException when these cannot be read; the file is not closed then
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

  /** How many gzip members have been read to their end; 0 for another codec. */
  public int gzipMembers() {
    return gzipMembers.getAsInt();
  }

  /** How many decompressed bytes have been read. */
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
