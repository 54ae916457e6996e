package io.stockpile.pipeline.erase.landed;

import io.stockpile.connectors.store.StagedObject;
import java.io.BufferedOutputStream;
import java.io.IOException;

/** A buffered stream to a staged object that does not close the object when it is closed. */
final class KeptOpen extends BufferedOutputStream {
  KeptOpen(StagedObject staged, int bytes) {
    super(staged, bytes);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
