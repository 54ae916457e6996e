package io.stockpile.connectors.store;

import io.stockpile.connectors.Sha256;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * The common part of all staged objects: position, digest, and the rule that nothing works after a
 * failure. A store implements where the bytes go.
 */
abstract class DigestingStagedObject extends StagedObject {
  private enum State {
    OPEN,
    /** A step failed, or is under way and has not succeeded yet. */
    BROKEN,
    FINISHED,
    CLOSED
  }

  private final String key;
  private final MessageDigest digest = Sha256.digest();
  private final byte[] single = new byte[1];
  private long position;
  private State state = State.OPEN;

  DigestingStagedObject(String key) {
    this.key = key;
  }

  /** Writes bytes. Not called again after it has thrown. */
  abstract void append(byte[] bytes, int offset, int length) throws IOException;

  /**
   * Stores the last bytes, so that all bytes outlive this process.
   *
   * @return the handle by which the store finds them again
   */
  abstract String seal() throws IOException;

  /** Discards the bytes. */
  abstract void discard() throws IOException;

  final String key() {
    return key;
  }

  @Override
  public final long position() {
    return position;
  }

  @Override
  public final String sha256() {
    return Sha256.hexSoFar(digest);
  }

  @Override
  public final void write(int b) throws IOException {
    single[0] = (byte) b;
    write(single, 0, 1);
  }

  @Override
  public final void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    requireOpen("write to");
    state = State.BROKEN;
    append(bytes, offset, length);
    digest.update(bytes, offset, length);
    position += length;
    state = State.OPEN;
  }

  @Override
  public final PendingObject finish() throws IOException {
    requireOpen("finish");
    state = State.BROKEN;
    String handle = seal();
    state = State.FINISHED;
    return new PendingObject(key, position, Sha256.hex(digest), handle);
  }

  @Override
  public final void close() throws IOException {
    boolean unfinished = state == State.OPEN || state == State.BROKEN;
    state = State.CLOSED;
    if (unfinished) {
      discard();
    }
  }

  private void requireOpen(String action) throws IOException {
    switch (state) {
      case OPEN -> {}
      case BROKEN ->
          throw new IOException(
              "Cannot " + action + " " + key + ": an earlier write failed, its bytes are lost");
      case FINISHED, CLOSED ->
          throw new IOException(
              "Cannot " + action + " " + key + ": it is " + (isFinished() ? "finished" : "closed"));
    }
  }

  private boolean isFinished() {
    return state == State.FINISHED;
  }
}
