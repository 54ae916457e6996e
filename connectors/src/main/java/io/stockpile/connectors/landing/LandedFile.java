package io.stockpile.connectors.landing;

import java.io.Serializable;

/**
 * A file that lies in {@code _landing}, whole and proven: every gzip member ended with the right
 * checksum and length, and nothing but zero padding came after the last.
 *
 * @param key the object's key in the archive
 * @param bytes its size as it lies there, compressed
 * @param sha256 of those bytes, in lower-case hex
 * @param uncompressedBytes what it inflates to
 * @param gzipMembers how many gzip members follow one another; 0 for a file that is not compressed
 */
public record LandedFile(
    String key, long bytes, String sha256, long uncompressedBytes, int gzipMembers)
    implements Serializable {}
