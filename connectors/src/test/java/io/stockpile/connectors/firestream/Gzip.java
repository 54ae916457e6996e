package io.stockpile.connectors.firestream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Gzip files for tests. */
public final class Gzip {
  private Gzip() {}

  public static byte[] of(byte[] content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write(content);
    }
    return file.toByteArray();
  }
}
