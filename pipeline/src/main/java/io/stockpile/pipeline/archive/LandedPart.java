package io.stockpile.pipeline.archive;

/**
 * One landed file that a unit was built from.
 *
 * @param path the object's key in the archive
 * @param bytes its size as it lies there
 * @param sha256 of those bytes, in lower-case hex
 * @param uncompressedBytes what it inflates to
 * @param lines how many lines it holds
 * @param gzipMembers how many gzip members follow one another; 0 for a file that is not compressed
 */
public record LandedPart(
    String path, long bytes, String sha256, long uncompressedBytes, long lines, int gzipMembers) {}
