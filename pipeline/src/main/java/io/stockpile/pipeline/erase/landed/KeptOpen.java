package io.stockpile.pipeline.erase.landed;

import io.stockpile.connectors.store.StagedObject;
import java.io.BufferedOutputStream;
import java.io.IOException;

/** What is written to a staged object, which stays open when this is closed. */
final class KeptOpen extends BufferedOutputStream {
  KeptOpen(StagedObject staged, int bytes) {
    super(staged, bytes);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
