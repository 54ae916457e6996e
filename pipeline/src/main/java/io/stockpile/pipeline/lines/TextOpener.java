package io.stockpile.pipeline.lines;

import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;

/** Opens the text of landed objects. */
@FunctionalInterface
public interface TextOpener {

  /**
   * @throws IOException when the object's first bytes cannot be read
   */
  LandedText open(LandedInput landed) throws IOException;

  /** Of objects that lie in a store. */
  static TextOpener in(ObjectStore store) {
    return landed -> new ProvenInput(store.read(landed.key()), landed.ending());
  }
}
