package io.stockpile.connectors.landing;

import java.io.Serializable;

/**
 * A file that lies in {@code _landing} and is proven: every gzip member ended with the right
 * checksum and length, and nothing but zero padding came after the last; of another codec likewise.
 * It is whole, too, unless nothing ever said how long it should be.
 *
 * @param key the object's key in the archive
 * @param bytes its size as it lies there, compressed
 * @param sha256 of those bytes, in lower-case hex
 * @param uncompressedBytes what it decodes to
 * @param gzipMembers how many gzip members follow one another; 0 for a file that is not gzip
 * @param length whether its length is known to be right
 */
public record LandedFile(
    String key, long bytes, String sha256, long uncompressedBytes, int gzipMembers, Length length)
    implements Serializable {

  /** What vouches for a file's length. */
  public enum Length {
    /** It was declared, by the server or by the file that was copied, and is what came. */
    DECLARED,
    /**
     * Nothing: the connection was closed after a sound gzip member, which may have been cut off
     * just there. The file is to be asked for again.
     */
    UNDECLARED
  }
}
