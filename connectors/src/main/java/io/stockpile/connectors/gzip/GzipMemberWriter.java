package io.stockpile.connectors.gzip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes gzip members, one for each text, without a time or a name in them: the same text gives the
 * same bytes. Not thread-safe.
 */
public final class GzipMemberWriter implements AutoCloseable {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int TRAILER_BYTES = 8;

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER_BYTES];

  /**
   * @param out is not closed with this
   */
  public GzipMemberWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes one member. */
  public void write(byte[] text, int offset, int length) throws IOException {
    out.write(HEADER);
    deflater.reset();
    deflater.setInput(text, offset, length);
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    crc.reset();
    crc.update(text, offset, length);
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(trailer.putInt((int) crc.getValue()).putInt(length).array());
  }

  /** Frees the memory that the deflater holds outside the heap. */
  @Override
  public void close() {
    deflater.end();
  }
}
