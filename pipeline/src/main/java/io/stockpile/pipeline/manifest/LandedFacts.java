package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockpile.connectors.landing.LandedFile;
import java.io.Serializable;

/**
 * Sizes, digests and counts of a landed object, found while it was read from its first byte to its
 * last.
 *
 * @param key the object's key in the archive
 * @param bytes its size as it is stored
 * @param sha256 the digest of those bytes, in lower-case hex
 * @param uncompressedBytes its size decompressed
 * @param lines how many lines it has
 * @param gzipMembers how many gzip members it has; 0 for a file that is not gzip
 * @param lengthOrNull how its size is known to be right; null when the service declared it
 * @param originalSha256OrNull the digest of the object as it was first landed, if something was
 *     erased from it since; otherwise null
 * @param erased how many of its empty lines are erased ones
 */
public record LandedFacts(
    @JsonProperty("path") String key,
    long bytes,
    String sha256,
    long uncompressedBytes,
    long lines,
    int gzipMembers,
    @JsonProperty("length") @JsonInclude(Include.NON_NULL) LandedFile.Length lengthOrNull,
    @JsonProperty("original_sha256") @JsonInclude(Include.NON_NULL) String originalSha256OrNull,
    @JsonInclude(Include.NON_DEFAULT) long erased)
    implements Serializable {

  public LandedFacts {
    lengthOrNull = lengthOrNull == LandedFile.Length.DECLARED ? null : lengthOrNull;
  }

  /** An object from which nothing was erased. */
  public LandedFacts(
      String key,
      long bytes,
      String sha256,
      long uncompressedBytes,
      long lines,
      int gzipMembers,
      LandedFile.Length length) {
    this(key, bytes, sha256, uncompressedBytes, lines, gzipMembers, length, null, 0);
  }

  /** An object whose size was declared by the service. */
  public LandedFacts(
      String key, long bytes, String sha256, long uncompressedBytes, long lines, int gzipMembers) {
    this(key, bytes, sha256, uncompressedBytes, lines, gzipMembers, LandedFile.Length.DECLARED);
  }

  /** The digest of the object as it was first landed, before anything was erased from it. */
  public String originalSha256() {
    return originalSha256OrNull == null ? sha256 : originalSha256OrNull;
  }

  /** Whether lines or parts of lines were erased from it. */
  public boolean isErased() {
    return originalSha256OrNull != null;
  }

  /** How its size is known to be right. */
  public LandedFile.Length length() {
    return lengthOrNull == null ? LandedFile.Length.DECLARED : lengthOrNull;
  }
}
