package io.stockpile.connectors.landing;

import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.gzip.GzipProof;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StagedObject;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Bytes on their way into {@code _landing}: staged, digested and proven as they pass, and as they
 * pass their text is given to whoever wants it. Only a sound file can be completed; closing without
 * that throws the bytes away.
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

  /** For bytes that are proven elsewhere; nobody gets their text. */
  public static LandingSink open(ObjectStore store, String key) throws StoreFailedException {
    return open(store, key, false, TextTap.NONE);
  }

  /**
   * For a gzip file.
   *
   * @param tap gets what it inflates to
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
   * @return whether they can belong to a sound file; when not, no more bytes are of any use, and
   *     {@link #finish} says why
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
        // Only up to the refusal: what else came with it depends on how the bytes were cut.
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

  /** Says that no more bytes come; what is wrong with them, if anything. */
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
   * Makes the file visible; after {@link #finish} found nothing wrong.
   *
   * @param length what vouches for it
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

  /** Of all bytes, or of those before the refused one; known after {@link #finish}. */
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
