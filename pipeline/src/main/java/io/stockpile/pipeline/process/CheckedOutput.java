package io.stockpile.pipeline.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Prints in UTF-8, and remembers why something did not arrive. After the first failure nothing more
 * is written, so what stands at the other end is the beginning of what was printed, without a hole.
 * Thread-safe.
 */
public final class CheckedOutput {
  private final Sink sink;
  private final PrintStream stream;

  /**
   * @param out takes the bytes; it throws when it cannot, which a print stream does not
   */
  public CheckedOutput(OutputStream out) {
    sink = new Sink(out);
    stream = new PrintStream(sink, true, StandardCharsets.UTF_8);
  }

  /** Prints; throws nothing. */
  public PrintStream stream() {
    return stream;
  }

  /**
   * Why some of what was printed did not arrive. Empty when all did, and also when the reader left
   * a pipe before its end, as {@code head} does: such a reader has what it wants.
   */
  public Optional<IOException> failure() {
    stream.flush();
    return Optional.ofNullable(sink.failure).filter(failure -> !ClosedPipe.isReasonOf(failure));
  }

  private static final class Sink extends OutputStream {
    private final OutputStream out;
    private volatile IOException failure;

    Sink(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      if (failure != null) {
        return;
      }
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
      }
    }

    @Override
    public void flush() {
      if (failure != null) {
        return;
      }
      try {
        out.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }
}
