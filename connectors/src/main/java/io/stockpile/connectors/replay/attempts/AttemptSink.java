package io.stockpile.connectors.replay.attempts;

import io.stockpile.connectors.landing.StoreFailedException;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StagedObject;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes an answer's bytes as they come, and sees to it that they are in the archive seconds later,
 * on a thread of its own: the one that receives waits only when the archive is slower than the
 * service by many megabytes.
 *
 * <p>Each byte is written twice: into small visible pieces, which are there after a crash, and into
 * the staged object that becomes visible at the end, so that nothing has to be copied then.
 */
public final class AttemptSink implements Closeable {
  private static final int PIECE_BYTES = 4 * 1024 * 1024;
  private static final int MOST_PIECES = 6;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final ObjectStore store;
  private final ReplayUnit unit;
  private final int attempt;
  private final Clock clock;
  private final StagedObject staged;
  private final Thread writer;
  private final Object lock = new Object();
  private final PieceBuffer buffer = new PieceBuffer(PIECE_BYTES, LONGEST_WAIT, MOST_PIECES);
  private Optional<IOException> failure = Optional.empty();
  private boolean ended;
  private long received;
  private int pieces;

  public AttemptSink(ObjectStore store, ReplayUnit unit, int attempt, Clock clock)
      throws StoreFailedException {
    this.store = store;
    this.unit = unit;
    this.attempt = attempt;
    this.clock = clock;
    try {
      this.staged = store.stage(unit.landingKey(attempt));
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
    this.writer = new Thread(this::writePieces, "replay-pieces-" + unit.name());
    this.writer.setDaemon(true);
    this.writer.start();
  }

  /** Takes the next bytes. */
  public void write(byte[] bytes, int length) throws StoreFailedException, InterruptedException {
    synchronized (lock) {
      while (!buffer.takesMore() && failure.isEmpty()) {
        lock.wait();
      }
      throwFailure();
      buffer.append(bytes, 0, length, clock.instant());
      received += length;
      lock.notifyAll();
    }
  }

  /** How many bytes were taken. */
  long received() {
    synchronized (lock) {
      return received;
    }
  }

  /**
   * Writes what is left.
   *
   * @return all bytes, still invisible; empty when none came
   */
  public Optional<PendingObject> finish() throws StoreFailedException, InterruptedException {
    end();
    synchronized (lock) {
      throwFailure();
    }
    if (received == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(staged.finish());
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
  }

  private void end() throws InterruptedException {
    synchronized (lock) {
      ended = true;
      lock.notifyAll();
    }
    writer.join();
  }

  private void writePieces() {
    try {
      for (Optional<byte[]> piece = next(); piece.isPresent(); piece = next()) {
        write(piece.get());
      }
    } catch (IOException e) {
      synchronized (lock) {
        failure = Optional.of(e);
        lock.notifyAll();
      }
    } catch (InterruptedException e) {
      // Nobody but this class has the thread, and it never interrupts it.
      Thread.currentThread().interrupt();
    }
  }

  private Optional<byte[]> next() throws InterruptedException {
    synchronized (lock) {
      Optional<byte[]> piece = buffer.due(clock.instant());
      while (piece.isEmpty() && !ended) {
        lock.wait(LOOK_EVERY.toMillis());
        piece = buffer.due(clock.instant());
      }
      piece = piece.isPresent() ? piece : buffer.rest();
      lock.notifyAll();
      return piece;
    }
  }

  private void write(byte[] piece) throws IOException {
    pieces++;
    store.putIfAbsent(PieceKeys.key(unit, attempt, pieces, clock.instant()), piece);
    staged.write(piece, 0, piece.length);
  }

  private void throwFailure() throws StoreFailedException {
    if (failure.isPresent()) {
      throw new StoreFailedException(failure.get());
    }
  }

  /** Throws away what was not finished; the pieces stay. */
  @Override
  public void close() throws IOException {
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        end();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    staged.close();
  }
}
