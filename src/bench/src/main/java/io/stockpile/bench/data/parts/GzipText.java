package io.stockpile.bench.data.parts;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a gzip file of lines. Not thread-safe. */
public final class GzipText implements Closeable {
  private static final int CHUNK_BYTES = 1 << 18;

  private final JsonBuffer text = new JsonBuffer();
  private final OutputStream out;
  private long drained;

  /** Begins the file, and replaces one that exists. */
  public GzipText(Path file) throws IOException {
    out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /** The buffer for the next line. The caller appends the line and its line end. */
  public JsonBuffer line() throws IOException {
    if (text.length() > CHUNK_BYTES) {
      drain();
    }
    return text;
  }

  /** The size of the text so far, in bytes. */
  public long bytes() {
    return drained + text.length();
  }

  private void drain() throws IOException {
    drained += text.length();
    text.drainTo(out);
  }

  /** Writes what is still buffered, and ends the file; {@link #bytes} stays unchanged. */
  @Override
  public void close() throws IOException {
    try (out) {
      drain();
    }
  }
}
