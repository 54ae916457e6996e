package io.stockpile.pipeline.erase.landed;

import io.stockpile.connectors.store.PendingObject;
import java.io.Serializable;

/**
 * A staged copy of a landed object without what was erased.
 *
 * @param pending its key, size and digest; the caller completes or aborts it
 * @param original the object that it is a copy of
 * @param uncompressedBytes the size of its text; a part of a line at the end of a cut object does
 *     not count
 * @param lines how many lines it has, empty ones included; as many as the original
 * @param gzipMembers how many gzip members it has; 0 for an object that is not gzip
 */
public record ErasedCopy(
    PendingObject pending,
    Original original,
    long uncompressedBytes,
    long lines,
    int gzipMembers,
    ErasedCounts counts)
    implements Serializable {

  /**
   * The object that was copied.
   *
   * @param bytes its size as it is stored
   * @param sha256 the digest of those bytes, in lower-case hex
   */
  public record Original(String key, long bytes, String sha256) implements Serializable {}
}
