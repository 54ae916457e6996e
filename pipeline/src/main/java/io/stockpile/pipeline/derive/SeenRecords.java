package io.stockpile.pipeline.derive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;

/**
 * The records without an id that came before, by the first 128 bits of the SHA-256 of their time
 * and bytes.
 */
final class SeenRecords {
  private record Digest(long high, long low) {}

  private final Set<Digest> seen = new HashSet<>();
  private final MessageDigest sha256;
  private final ByteBuffer time = ByteBuffer.allocate(Long.BYTES);

  SeenRecords() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Remembers a record; false when the same came before. */
  boolean add(long micros, byte[] bytes, int offset, int length) {
    sha256.update(time.putLong(0, micros).array());
    sha256.update(bytes, offset, length);
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return seen.add(new Digest(digest.getLong(), digest.getLong()));
  }
}
