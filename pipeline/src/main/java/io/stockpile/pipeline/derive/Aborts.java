package io.stockpile.pipeline.derive;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import java.io.IOException;

/** Throws staged bytes away after a failure, which is told even when this fails too. */
final class Aborts {
  private Aborts() {}

  static void abort(ObjectStore store, PendingObject pending, Throwable because) {
    try {
      store.abort(pending);
    } catch (IOException | RuntimeException e) {
      because.addSuppressed(e);
    }
  }
}
