package io.stockpile.connectors.landing;

import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.gzip.GzipProof;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StagedObject;
import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Bytes on their way into {@code _landing}: staged, digested and proven as they pass. Only a sound
 * file can be completed; closing without that throws the bytes away.
 */
public final class LandingSink implements Closeable {
  private final ObjectStore store;
  private final String key;
  private final boolean gzip;
  private final StagedObject staged;
  private final GzipProof proof = new GzipProof();
  private final MessageDigest digest = Sha256.digest();
  private Optional<GzipFormatException> defect = Optional.empty();
  private String sha256 = "";
  private long bytes;

  private LandingSink(ObjectStore store, String key, boolean gzip, StagedObject staged) {
    this.store = store;
    this.key = key;
    this.gzip = gzip;
    this.staged = staged;
  }

  public static LandingSink open(ObjectStore store, String key, boolean gzip)
      throws StoreFailedException {
    try {
      return new LandingSink(store, key, gzip, store.stage(key));
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
    long before = bytes;
    bytes += length;
    if (gzip) {
      try {
        proof.update(buffer, offset, length);
      } catch (GzipFormatException e) {
        defect = Optional.of(e);
        // Only up to the refusal: what else came with it depends on how the bytes were cut.
        digest.update(buffer, offset, (int) Math.max(0, Math.min(length, e.position() - before)));
        return false;
      }
    }
    digest.update(buffer, offset, length);
    try {
      staged.write(buffer, offset, length);
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
    return true;
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
    sha256 = Sha256.hex(digest);
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
      PendingObject pending = staged.finish();
      if (!pending.sha256().equals(sha256)) {
        store.abort(pending);
        throw new IOException("the store took other bytes than it was given, for " + key);
      }
      store.complete(pending);
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
    return new LandedFile(
        key,
        bytes,
        sha256,
        gzip ? proof.uncompressedBytes() : bytes,
        gzip ? proof.members() : 0,
        length);
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
    proof.close();
    try {
      staged.close();
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
  }
}
