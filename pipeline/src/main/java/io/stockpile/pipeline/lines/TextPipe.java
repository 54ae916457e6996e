package io.stockpile.pipeline.lines;

import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Passes the text of an object from the thread that lands it to the thread that reads its lines.
 * The reader sees the end of the text only when the object has landed. Either side may give up; the
 * other one notices at its next call. For one writing and one reading thread.
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
   * Passes bytes on, and waits while the pipe is full. Breaks off if the reader takes nothing for
   * too long, or if the thread is interrupted; its interrupt flag is then set. Does nothing after
   * the reader has closed the pipe.
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

  /** To be called when the whole text was written and its object has landed. */
  public synchronized void end(LandedFile file) {
    if (!brokenOff) {
      landed = Optional.of(file);
      notifyAll();
    }
  }

  /**
   * To be called when the object does not land: reading fails from now on. Has no effect after
   * {@link #end}.
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

  /**
   * Whether the reader will not get the whole text, for a reason other than closing the pipe
   * itself.
   */
  public synchronized boolean isBrokenOff() {
    return brokenOff;
  }

  /**
   * Waits until the pipe is full, the object has landed, or the pipe was broken off. So the reader
   * of a small text does not begin before the object has landed.
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
