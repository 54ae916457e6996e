package io.stockpile.connectors.replay.attempts;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Received bytes on their way to the archive, cut into pieces: one is due when it is large enough
 * or its first byte has waited long enough. Not thread-safe.
 */
public final class PieceBuffer {
  private final int pieceBytes;
  private final Duration longestWait;
  private final int mostPieces;
  private final Queue<byte[]> full = new ArrayDeque<>();
  private ByteArrayOutputStream open = new ByteArrayOutputStream();
  private Instant openSince = Instant.EPOCH;

  /**
   * @param mostPieces how many full ones it may hold before it takes no more
   */
  public PieceBuffer(int pieceBytes, Duration longestWait, int mostPieces) {
    this.pieceBytes = pieceBytes;
    this.longestWait = longestWait;
    this.mostPieces = mostPieces;
  }

  public boolean takesMore() {
    return full.size() < mostPieces;
  }

  public void append(byte[] bytes, int offset, int length, Instant now) {
    if (length > 0 && open.size() == 0) {
      openSince = now;
    }
    open.write(bytes, offset, length);
    if (open.size() >= pieceBytes) {
      full.add(open.toByteArray());
      open = new ByteArrayOutputStream(pieceBytes);
    }
  }

  /** The next piece that is due. */
  public Optional<byte[]> due(Instant now) {
    if (!full.isEmpty()) {
      return Optional.of(full.remove());
    }
    return open.size() > 0 && !openSince.plus(longestWait).isAfter(now) ? rest() : Optional.empty();
  }

  /** The next piece, due or not; empty when nothing is left. */
  public Optional<byte[]> rest() {
    if (!full.isEmpty()) {
      return Optional.of(full.remove());
    }
    if (open.size() == 0) {
      return Optional.empty();
    }
    byte[] piece = open.toByteArray();
    open.reset();
    return Optional.of(piece);
  }
}
