package io.stockpile.pipeline.derive;

import io.stockpile.connectors.firestream.LandedFile;
import java.io.Serializable;

/**
 * A landed object to derive from, with what is already known about it.
 *
 * @param key the object's key in the archive
 * @param bytes the size it must have; -1 when that is not known
 * @param sha256 the digest it must have, in lower-case hex; empty when that is not known
 */
public record LandedInput(String key, long bytes, String sha256) implements Serializable {

  /** What was landed and proven must be found again, byte for byte. */
  public static LandedInput of(LandedFile file) {
    return new LandedInput(file.key(), file.bytes(), file.sha256());
  }

  /** An object that nothing is known about yet but its key. */
  public static LandedInput unproven(String key) {
    return new LandedInput(key, -1, "");
  }
}
