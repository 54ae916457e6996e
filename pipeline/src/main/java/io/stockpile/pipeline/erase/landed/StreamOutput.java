package io.stockpile.pipeline.erase.landed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Writes to a stream: plain text, or text that the stream compresses in one piece. */
final class StreamOutput implements TextOutput {
  private final OutputStream out;

  /**
   * @param out is closed by {@link #finish} or {@link #close}
   */
  StreamOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void text(byte[] bytes, int from, int to) throws IOException {
    out.write(bytes, from, to - from);
  }

  @Override
  public void stretchEnd(Optional<byte[]> bytes) {}

  @Override
  public void finish() throws IOException {
    out.close();
  }

  @Override
  public int gzipMembers() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
