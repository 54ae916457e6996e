package io.stockpile.connectors.gzip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Makes gzip files for tests. */
final class GzipFiles {
  private GzipFiles() {}

  static byte[] member(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] member(String content) {
    return member(content.getBytes(StandardCharsets.UTF_8));
  }

  /** A member with every optional part of the header: extra, name, comment and checksum. */
  static byte[] memberWithFullHeader(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0x1e, 1, 2, 3, 4, 2, 3});
    bytes.writeBytes(new byte[] {5, 0, 'e', 'x', 't', 'r', 'a'});
    bytes.writeBytes("stocktwits.json\0".getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes("a comment\0".getBytes(StandardCharsets.ISO_8859_1));
    CRC32 crc = new CRC32();
    crc.update(bytes.toByteArray());
    writeLittleEndian(bytes, crc.getValue(), 2);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      bytes.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    crc.reset();
    crc.update(content);
    writeLittleEndian(bytes, crc.getValue(), 4);
    writeLittleEndian(bytes, content.length, 4);
    return bytes.toByteArray();
  }

  static byte[] concatenated(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  /** Random content that compresses about as well as text. */
  static byte[] content(Random random, int length) {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) ('a' + random.nextInt(random.nextInt(4) == 0 ? 26 : 3));
    }
    return content;
  }

  private static void writeLittleEndian(ByteArrayOutputStream bytes, long value, int count) {
    for (int i = 0; i < count; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
  }
}
