package io.stockpile.connectors.landing;

import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.gzip.GzipProof;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StagedObject;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Receives the bytes of one object for {@code _landing}: stages them, digests and proves them, and
 * hands their text to a {@link TextTap}. Only a sound file can be completed. Closing discards the
 * bytes of one that was not completed. Not thread-safe.
 */
public final class LandingSink implements Closeable {
  private final ObjectStore store;
  private final String key;
  private final boolean gzip;
  private final StagedObject staged;
  private final TextTap tap;
  private final GzipProof proof;
  private Optional<GzipFormatException> defect = Optional.empty();
  private String sha256 = "";
  private long bytes;

  private LandingSink(
      ObjectStore store, String key, boolean gzip, TextTap tap, StagedObject staged) {
    this.store = store;
    this.key = key;
    this.gzip = gzip;
    this.tap = tap;
    this.proof = new GzipProof(tap::text);
    this.staged = staged;
  }

  /**
   * Opens a sink for bytes that are proven elsewhere, or of which nothing can be proven. Their text
   * is not handed on.
   */
  public static LandingSink open(ObjectStore store, String key) throws StoreFailedException {
    return open(store, key, false, TextTap.NONE);
  }

  /**
   * Opens a sink for a gzip file.
   *
   * @param tap receives the decompressed text
   */
  public static LandingSink openGzip(ObjectStore store, String key, TextTap tap)
      throws StoreFailedException {
    return open(store, key, true, tap);
  }

  private static LandingSink open(ObjectStore store, String key, boolean gzip, TextTap tap)
      throws StoreFailedException {
    try {
      LandingSink sink = new LandingSink(store, key, gzip, tap, store.stage(key));
      tap.begin(key);
      return sink;
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
  }

  /**
   * Takes the next bytes.
   *
   * @return whether the bytes so far can be the beginning of a sound file; if not, no more may be
   *     written, and {@link #finish} says why
   */
  public boolean write(byte[] buffer, int offset, int length) throws StoreFailedException {
    if (defect.isPresent()) {
      throw new IllegalStateException("Bytes come after those that were refused");
    }
    int sound = length;
    if (gzip) {
      try {
        proof.update(buffer, offset, length);
      } catch (GzipFormatException e) {
        defect = Optional.of(e);
        // Only the bytes before the damage: how many came along behind it depends on the network.
        sound = (int) Math.max(0, Math.min(length, e.position() - bytes));
      }
    }
    bytes += length;
    try {
      staged.write(buffer, offset, sound);
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
    return defect.isEmpty();
  }

  /**
   * To be called after the last bytes. Returns what is wrong with the file; empty when it is sound.
   */
  public Optional<GzipFormatException> finish() {
    if (gzip && defect.isEmpty()) {
      try {
        proof.finish();
      } catch (GzipFormatException e) {
        defect = Optional.of(e);
      }
    }
    sha256 = staged.sha256();
    return defect;
  }

  /**
   * Makes the file visible. To be called after {@link #finish}, and only when that found nothing
   * wrong.
   *
   * @param length how the file's length is known to be right
   */
  public LandedFile complete(LandedFile.Length length) throws StoreFailedException {
    if (sha256.isEmpty() || defect.isPresent()) {
      throw new IllegalStateException("Only a file that was found sound is completed");
    }
    try {
      store.complete(staged.finish());
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
    LandedFile file =
        new LandedFile(
            key,
            bytes,
            sha256,
            gzip ? proof.uncompressedBytes() : bytes,
            gzip ? proof.members() : 0,
            length);
    tap.landed(file);
    return file;
  }

  public long bytes() {
    return bytes;
  }

  /**
   * The digest of all bytes, or of those before the damage, in lower-case hex; known after {@link
   * #finish}.
   */
  public String sha256() {
    return sha256;
  }

  @Override
  public void close() throws StoreFailedException {
    tap.forget();
    proof.close();
    try {
      staged.close();
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
  }
}
