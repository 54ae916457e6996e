package io.stockpile.connectors.firestream;

import io.stockpile.connectors.http.HttpAnswer;
import java.io.Closeable;
import java.net.URI;
import java.util.Optional;

/**
 * The answer at the end of a chain of redirects.
 *
 * @param uri the address that gave the answer
 * @param place the kind of place that gave it
 * @param link the link to the download; empty when the chain did not leave the service
 */
record Arrival(HttpAnswer answer, URI uri, Place place, Optional<URI> link) implements Closeable {
  enum Place {
    /** The service itself, which knows the credentials: its 404 and 401 count. */
    SERVICE,
    /** The place that a temporary link led to: its 403 only says that the link has expired. */
    DOWNLOAD
  }

  @Override
  public void close() {
    answer.close();
  }
}
