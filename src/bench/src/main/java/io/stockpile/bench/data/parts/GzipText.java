package io.stockpile.bench.data.parts;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A gzip file of lines, written line by line. Not thread-safe. */
public final class GzipText implements Closeable {
  private static final int CHUNK_BYTES = 1 << 18;

  private final JsonBuffer text = new JsonBuffer();
  private final OutputStream out;
  private long drained;

  /** Begins the file, instead of one that is there. */
  public GzipText(Path file) throws IOException {
    out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /** The text that the next line is appended to, with its end. */
  public JsonBuffer line() throws IOException {
    if (text.length() > CHUNK_BYTES) {
      drain();
    }
    return text;
  }

  /** Bytes of the text so far. */
  public long bytes() {
    return drained + text.length();
  }

  private void drain() throws IOException {
    drained += text.length();
    text.drainTo(out);
  }

  /** Writes what is left; the number of bytes stays what it was. */
  @Override
  public void close() throws IOException {
    try (out) {
      drain();
    }
  }
}
