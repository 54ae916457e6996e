package io.stockpile.connectors.landing;

import java.io.Serializable;

/**
 * A file in {@code _landing} that was checked: every gzip member ended with the right checksum and
 * length, and only zero padding followed the last; likewise for other codecs. It is complete, too,
 * unless its length was not declared.
 *
 * @param key the object's key in the archive
 * @param bytes its size as it is stored
 * @param sha256 the digest of those bytes, in lower-case hex
 * @param uncompressedBytes its size decompressed
 * @param gzipMembers how many gzip members it has; 0 for a file that is not gzip
 * @param length whether its length is known to be right
 */
public record LandedFile(
    String key, long bytes, String sha256, long uncompressedBytes, int gzipMembers, Length length)
    implements Serializable {

  /** How a file's length is known to be right. */
  public enum Length {
    /** The server, or the size of the copied file, declared the length, and as many bytes came. */
    DECLARED,
    /**
     * It is not known to be right. The connection was closed at the end of a gzip member, and more
     * members may have been cut off. The file must be requested again.
     */
    UNDECLARED
  }
}
