package io.stockpile.pipeline.erase.landed;

import io.stockpile.connectors.store.PendingObject;
import java.io.Serializable;

/**
 * A landed object without what was erased, that nobody can see yet.
 *
 * @param pending its key, size and digest; to be completed or aborted
 * @param original what it is a copy of
 * @param uncompressedBytes what it decodes to, without a part of a line at the end of one that was
 *     cut
 * @param lines how many lines it has, the empty ones among them: as many as the original
 * @param gzipMembers how many gzip members follow one another; 0 for an object that is not gzip
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
   * What was read.
   *
   * @param bytes its size, compressed
   * @param sha256 of those bytes, in lower-case hex
   */
  public record Original(String key, long bytes, String sha256) implements Serializable {}
}
