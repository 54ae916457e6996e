package io.stockpile.connectors.landing;

import io.stockpile.connectors.CountingInputStream;
import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.codec.DamagedFileException;
import io.stockpile.connectors.codec.DecodedText;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** Reads files that were landed earlier. */
public final class LandedFiles {
  private static final int BUFFER_BYTES = 256 * 1024;
  private static final int[] GZIP_MAGIC = {0x1f, 0x8b};

  /** How many of its first bytes are needed to recognise a gzip file. */
  public static final int GZIP_MAGIC_BYTES = GZIP_MAGIC.length;

  private LandedFiles() {}

  /**
   * Reads a landed file from its first byte to its last and checks it again.
   *
   * @throws GzipFormatException when it is a damaged gzip file
   * @throws DamagedFileException when it is damaged and of another compression
   * @throws NoSuchFileException when there is no such object
   * @throws IOException when it cannot be read
   */
  public static LandedFile prove(ObjectStore store, String key) throws IOException {
    MessageDigest sha256 = Sha256.digest();
    long size = size(store, key);
    try (CountingInputStream counted = new CountingInputStream(store.read(key));
        DecodedText text = DecodedText.of(new DigestInputStream(counted, sha256))) {
      drain(text);
      requireWhole(key, counted.count(), size);
      return new LandedFile(
          key,
          counted.count(),
          Sha256.hex(sha256),
          text.bytes(),
          text.gzipMembers(),
          LandedFile.Length.DECLARED);
    }
  }

  private static long size(ObjectStore store, String key) throws IOException {
    return store.find(key).orElseThrow(() -> new NoSuchFileException(key)).bytes();
  }

  private static void requireWhole(String key, long read, long size) throws IOException {
    if (read != size) {
      throw new IOException(
          key + " has " + size + " bytes in the archive, but reading it ended after " + read);
    }
  }

  /** Whether a file that begins with these bytes is a gzip file. */
  public static boolean isGzip(byte[] first) {
    return first.length >= GZIP_MAGIC.length
        && (first[0] & 0xff) == GZIP_MAGIC[0]
        && (first[1] & 0xff) == GZIP_MAGIC[1];
  }

  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    while (in.read(buffer) >= 0) {
      // Reading to the end checks everything.
    }
  }
}
