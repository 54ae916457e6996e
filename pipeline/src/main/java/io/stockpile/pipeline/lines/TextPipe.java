package io.stockpile.pipeline.lines;

import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The text of an object on its way from the thread that lands it to the thread that takes its
 * lines. The reader sees the end of the text only when the object has landed. Either side may give
 * up, and the other one sees it at its next step. One thread writes, one reads.
 */
public final class TextPipe implements LandedText {
  private static final int CAPACITY = 1 << 20;

  private final Duration patience;
  private final byte[] ring;

  // Guarded by this.
  private long written;
  private long read;
  private Optional<LandedFile> landed = Optional.empty();
  private boolean brokenOff;
  private boolean closed;

  /**
   * @param patience how long the writer waits for a reader that takes nothing at all
   */
  public TextPipe(Duration patience) {
    this(CAPACITY, patience);
  }

  TextPipe(int capacity, Duration patience) {
    this.ring = new byte[capacity];
    this.patience = patience;
  }

  /**
   * Passes bytes on, and waits for room where there is none. Breaks off when the reader takes none
   * for too long, or the thread is interrupted, whose flag is set then. Does nothing when nobody
   * reads any more.
   */
  public synchronized void write(byte[] bytes, int offset, int length) {
    int done = 0;
    while (done < length && !brokenOff && !closed) {
      int room = ring.length - (int) (written - read);
      if (room == 0) {
        waitForRoom();
        continue;
      }
      int at = (int) (written % ring.length);
      int count = Math.min(Math.min(length - done, room), ring.length - at);
      System.arraycopy(bytes, offset + done, ring, at, count);
      written += count;
      done += count;
      notifyAll();
    }
  }

  private void waitForRoom() {
    long before = read;
    long until = System.nanoTime() + patience.toNanos();
    try {
      while (read == before && !brokenOff && !closed) {
        long left = until - System.nanoTime();
        if (left <= 0) {
          breakOff();
          return;
        }
        wait(left / 1_000_000, (int) (left % 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      breakOff();
    }
  }

  /** All bytes were written, and the object that they are the text of has landed. */
  public synchronized void end(LandedFile file) {
    if (!brokenOff) {
      landed = Optional.of(file);
      notifyAll();
    }
  }

  /**
   * The object has not landed; reading fails from now on. No effect after {@link #end}.
   *
   * @return whether reading fails
   */
  public synchronized boolean breakOff() {
    if (landed.isEmpty()) {
      brokenOff = true;
      notifyAll();
    }
    return brokenOff;
  }

  /** Whether the reader does not get all of the text, and that is not of its own doing. */
  public synchronized boolean isBrokenOff() {
    return brokenOff;
  }

  /**
   * Waits until no more text fits in or all of it is there, so that whoever reads a small text need
   * not begin before the object has landed.
   *
   * @return whether the object has landed
   */
  public synchronized boolean awaitFull() throws InterruptedException {
    while (written - read < ring.length && landed.isEmpty() && !brokenOff) {
      wait();
    }
    return landed.isPresent();
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    try {
      while (read == written && landed.isEmpty() && !brokenOff && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for what is being landed");
    }
    if (brokenOff || closed) {
      throw new IOException("What was to be read has not landed");
    }
    if (read == written) {
      return -1;
    }
    int at = (int) (read % ring.length);
    int count = (int) Math.min(Math.min(length, written - read), ring.length - at);
    System.arraycopy(ring, at, into, offset, count);
    read += count;
    notifyAll();
    return count;
  }

  @Override
  public synchronized long landedBytes() {
    return landed.map(LandedFile::bytes).orElse(0L);
  }

  @Override
  public synchronized LandedFacts facts(LandedInput input, long lines) {
    LandedFile file =
        landed
            .filter(whole -> whole.key().equals(input.key()) && whole.uncompressedBytes() == read)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%d bytes were read of %s, but %s".formatted(read, input.key(), landed)));
    return new LandedFacts(
        file.key(), file.bytes(), file.sha256(), read, lines, file.gzipMembers(), file.length());
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
