package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;

/**
 * What was seen while a landed object was read from its first byte to its last.
 *
 * @param key the object's key in the archive
 * @param bytes its size as it lies there, compressed
 * @param sha256 of those bytes, in lower-case hex
 * @param uncompressedBytes what it inflates to
 * @param lines how many lines it has
 * @param gzipMembers how many gzip members follow one another; 0 for a file that is not compressed
 */
public record LandedFacts(
    @JsonProperty("path") String key,
    long bytes,
    String sha256,
    long uncompressedBytes,
    long lines,
    int gzipMembers)
    implements Serializable {}
