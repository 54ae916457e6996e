package io.stockpile.pipeline.records.seen;

import io.stockpile.connectors.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * A set of byte strings, of which only the first 128 bits of their SHA-256 are kept. A string is
 * given in pieces before it is added. It takes at most 64 bytes of memory for each. Not
 * thread-safe.
 */
final class DigestSet {
  private final MessageDigest sha256;
  private long[] slots = new long[2 * 1024];
  private int size;

  DigestSet() {
    sha256 = Sha256.digest();
  }

  void update(byte[] bytes) {
    sha256.update(bytes);
  }

  void update(byte[] bytes, int offset, int length) {
    sha256.update(bytes, offset, length);
  }

  /** Adds the string given since the last call; false when the set has it already. */
  boolean add() {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    long high = digest.getLong();
    // Two zeros mean a free slot, so a digest must not be zero.
    long low = digest.getLong() | 1;
    int at = slot(slots, high, low);
    if (slots[at + 1] != 0) {
      return false;
    }
    slots[at] = high;
    slots[at + 1] = low;
    size++;
    if (size * 4L > slots.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(slots.length, 2)];
    for (int from = 0; from < slots.length; from += 2) {
      if (slots[from + 1] != 0) {
        int at = slot(larger, slots[from], slots[from + 1]);
        larger[at] = slots[from];
        larger[at + 1] = slots[from + 1];
      }
    }
    slots = larger;
  }

  /** The slot that has the digest, or the free slot for it. */
  private static int slot(long[] slots, long high, long low) {
    int mask = slots.length - 1;
    int at = (int) (high << 1) & mask;
    while (slots[at + 1] != 0 && (slots[at] != high || slots[at + 1] != low)) {
      at = at + 2 & mask;
    }
    return at;
  }
}
