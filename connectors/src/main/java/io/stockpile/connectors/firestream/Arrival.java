package io.stockpile.connectors.firestream;

import io.stockpile.connectors.http.HttpAnswer;
import java.io.Closeable;
import java.net.URI;
import java.util.Optional;

/**
 * The answer at the end of a chain of redirects.
 *
 * @param uri what gave it
 * @param place whose word it is
 * @param link where the chain went over to the download; empty when it never did
 */
record Arrival(HttpAnswer answer, URI uri, Place place, Optional<URI> link) implements Closeable {
  enum Place {
    /** The service that knows the credentials: its 404 and 401 are to be believed. */
    SERVICE,
    /** Where a temporary link led: its 403 only says that the link has expired. */
    DOWNLOAD
  }

  @Override
  public void close() {
    answer.close();
  }
}
