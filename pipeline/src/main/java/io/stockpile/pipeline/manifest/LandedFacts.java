package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockpile.connectors.landing.LandedFile;
import java.io.Serializable;

/**
 * What was seen while a landed object was read from its first byte to its last.
 *
 * @param key the object's key in the archive
 * @param bytes its size as it lies there, compressed
 * @param sha256 of those bytes, in lower-case hex
 * @param uncompressedBytes what it decodes to
 * @param lines how many lines it has
 * @param gzipMembers how many gzip members follow one another; 0 for a file that is not gzip
 * @param lengthOrNull what vouches for its size; null when it was declared
 * @param originalSha256OrNull the digest of what was landed first, before something was erased of
 *     it; null when nothing was
 * @param erased how many of its empty lines stand in the place of erased ones
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

  /** Of which nothing was erased. */
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

  /** Of a size that was declared. */
  public LandedFacts(
      String key, long bytes, String sha256, long uncompressedBytes, long lines, int gzipMembers) {
    this(key, bytes, sha256, uncompressedBytes, lines, gzipMembers, LandedFile.Length.DECLARED);
  }

  /** The digest of what was landed first, whatever was erased of it since. */
  public String originalSha256() {
    return originalSha256OrNull == null ? sha256 : originalSha256OrNull;
  }

  /** Whether something was erased of it: lines, or parts of lines. */
  public boolean isErased() {
    return originalSha256OrNull != null;
  }

  /** What vouches for its size. */
  public LandedFile.Length length() {
    return lengthOrNull == null ? LandedFile.Length.DECLARED : lengthOrNull;
  }
}
