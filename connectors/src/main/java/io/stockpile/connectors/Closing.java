package io.stockpile.connectors;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;

/** Closes several things. */
public final class Closing {
  private Closing() {}

  /**
   * Closes all of them, in this order. If closing one fails, the others are still closed.
   *
   * @throws IOException the first failure; later ones are suppressed exceptions of it
   */
  public static void all(Collection<? extends Closeable> resources) throws IOException {
    IOException first = null;
    for (Closeable resource : resources) {
      try {
        resource.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
