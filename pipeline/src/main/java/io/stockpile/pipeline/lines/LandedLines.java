package io.stockpile.pipeline.lines;

import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads the lines of one landed object. A thread of its own reads and decompresses a few chunks
 * ahead. An error of that thread is thrown by {@link #next} after the lines before it were
 * returned.
 *
 * <p>Not thread-safe. {@link #close} stops the thread and waits for its end.
 */
public final class LandedLines implements LineSource {
  private static final int CHUNKS = 3;
  public static final int CHUNK_BYTES = 1 << 20;

  private final LandedInput landed;
  private final int maxLineBytes;
  private final int chunkBytes;
  private final BlockingQueue<LineChunk> empty = new ArrayBlockingQueue<>(CHUNKS);
  private final BlockingQueue<LineChunk> full = new ArrayBlockingQueue<>(CHUNKS);
  private final Thread thread;
  private volatile boolean closed;

  // Written by the reading thread before it hands over its last chunk, so the other thread sees it.
  private Throwable failure;
  private LandedFacts facts;

  private LineChunk chunk;
  private int line = -1;
  private long lines;
  private int from;
  private int to;
  private long lineBytes;

  public LandedLines(TextOpener texts, LandedInput landed, int maxLineBytes, int chunkBytes) {
    this.landed = landed;
    this.maxLineBytes = maxLineBytes;
    this.chunkBytes = chunkBytes;
    for (int count = 0; count < CHUNKS; count++) {
      empty.add(new LineChunk(chunkBytes));
    }
    thread = new Thread(() -> readAll(texts), "read " + landed.key());
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll(TextOpener texts) {
    LineChunk last = null;
    try {
      try (LandedText input = texts.open(landed)) {
        LineFramer framer = new LineFramer(input, maxLineBytes, chunkBytes);
        long read = 0;
        while (!framer.isEnded() && !closed) {
          last = empty.take();
          last.clear(chunkBytes);
          framer.fill(last);
          read += last.lines();
          last.setLandedBytes(input.landedBytes());
          if (!framer.isEnded()) {
            full.put(last);
            last = null;
          }
        }
        facts = input.facts(landed, read);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = e;
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
    handOverLast(last);
  }

  /**
   * Hands over the last chunk. After a failure it is emptied, because it is unfinished; full chunks
   * before it are still read.
   */
  private void handOverLast(LineChunk unfinished) {
    try {
      LineChunk last = unfinished == null ? new LineChunk(0) : unfinished;
      if (failure != null) {
        last.clear(chunkBytes);
      }
      last.setLast();
      full.put(last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Moves to the next line.
   *
   * @return false when there is none
   * @throws IOException when the object could not be read, or is cut or damaged
   */
  @Override
  public boolean next() throws IOException, InterruptedException {
    while (chunk == null || line + 1 == chunk.lines()) {
      if (chunk != null && chunk.isLast()) {
        rethrow();
        return false;
      }
      if (chunk != null) {
        empty.put(chunk);
      }
      chunk = full.take();
      line = -1;
    }
    line++;
    lines++;
    from = chunk.lineFrom(line);
    to = chunk.lineEnd(line);
    if (chunk.longLineBytes() >= 0) {
      lineBytes = chunk.longLineBytes();
    } else {
      if (to > from && chunk.bytes()[to - 1] == '\r') {
        to--;
      }
      lineBytes = (long) to - from;
    }
    return true;
  }

  private void rethrow() throws IOException, InterruptedException {
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof RuntimeException wrong) {
      throw wrong;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof InterruptedException) {
      throw new InterruptedIOException("Reading " + landed.key() + " was interrupted");
    }
  }

  @Override
  public boolean edit() {
    return false;
  }

  /** The array that contains the line; valid until the next call of {@link #next}. */
  @Override
  public byte[] bytes() {
    return chunk.bytes();
  }

  @Override
  public int from() {
    return from;
  }

  /**
   * The position behind the line, without its line end. For a line above the limit, behind the part
   * that is kept.
   */
  @Override
  public int to() {
    return Math.min(to, from + (int) Math.min(maxLineBytes, lineBytes));
  }

  /** The full length of the line, without its line end, even if only a part is kept. */
  @Override
  public long lineBytes() {
    return lineBytes;
  }

  /** The line's number in the object, from 1. */
  @Override
  public long number() {
    return lines;
  }

  /** Whether the line is the last of its chunk. */
  @Override
  public boolean endsChunk() {
    return line + 1 == chunk.lines();
  }

  /** How many stored bytes had been read when the chunk of this line was handed over. */
  @Override
  public long landedBytes() {
    return chunk.landedBytes();
  }

  /**
   * Sizes, digest and counts of the object. To be called when {@link #next} has returned false.
   *
   * @throws LandedBytesException when the object is not byte for byte what was landed
   */
  @Override
  public LandedFacts facts() throws LandedBytesException {
    boolean sameSize = landed.bytes() < 0 || landed.bytes() == facts.bytes();
    boolean sameDigest = landed.sha256().isEmpty() || landed.sha256().equals(facts.sha256());
    if (!sameSize || !sameDigest) {
      throw new LandedBytesException(
          ("%s is not what was landed: it has %d bytes with sha256 %s, where %d bytes with sha256"
                  + " %s were landed; fetch it again")
              .formatted(
                  landed.key(), facts.bytes(), facts.sha256(), landed.bytes(), landed.sha256()));
    }
    return facts;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      full.clear();
      try {
        thread.join(10);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
