package io.stockpile.pipeline.derive;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import java.io.IOException;

/**
 * Discards staged bytes after a failure. If that fails too, its exception is added to the first as
 * suppressed, so that the caller still sees the first.
 */
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
