package io.stockpile.connectors.firestream;

import io.stockpile.connectors.http.HttpAnswer;
import io.stockpile.connectors.http.HttpFetcher;
import io.stockpile.connectors.http.Origin;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.http.RedirectRefusedException;
import io.stockpile.connectors.http.Redirects;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows redirects. Credentials are sent to the service's origin only, and not again after the
 * chain has left it.
 */
final class LinkWalk {
  private static final int MAX_REDIRECTS = 10;

  private final HttpFetcher http;
  private final URI serviceUri;
  private final String authorization;
  private final AttemptBudget budget;

  LinkWalk(HttpFetcher http, URI serviceUri, String authorization, AttemptBudget budget) {
    this.http = http;
    this.serviceUri = serviceUri;
    this.authorization = authorization;
    this.budget = budget;
  }

  /** Requests the file from the service and follows its redirects. */
  Arrival fromService(Map<String, String> headers) throws IOException {
    return walk(http::get, serviceUri, true, Optional.empty(), headers);
  }

  /** Requests the file from a link that the service gave before. */
  Arrival fromLink(URI link, Map<String, String> headers) throws IOException {
    return walk(http::get, link, isService(link), Optional.of(link), headers);
  }

  /**
   * Sends a HEAD request to the place that {@link #fromService} or {@link #fromLink} arrived at.
   */
  Arrival headOf(Arrival arrival) throws IOException {
    URI uri = arrival.uri();
    boolean service = arrival.link().isEmpty() && isService(uri);
    return walk(http::head, uri, service, arrival.link(), Map.of());
  }

  /** The same as {@link #headOf}, with a GET for one part of the body. */
  Arrival partOf(Arrival arrival, String range) throws IOException {
    URI uri = arrival.uri();
    boolean service = arrival.link().isEmpty() && isService(uri);
    return walk(http::get, uri, service, arrival.link(), Map.of("Range", range));
  }

  private interface Method {
    HttpAnswer send(URI uri, Map<String, String> headers) throws IOException;
  }

  private Arrival walk(
      Method method,
      URI start,
      boolean startsAtService,
      Optional<URI> startLink,
      Map<String, String> headers)
      throws IOException {
    URI uri = start;
    boolean atService = startsAtService;
    Optional<URI> link = startLink;
    Set<URI> visited = new HashSet<>();
    while (true) {
      if (!visited.add(uri)) {
        throw new RedirectRefusedException(
            "the redirects go round in a loop, back to " + Redaction.url(uri));
      }
      if (visited.size() > MAX_REDIRECTS + 1) {
        throw new RedirectRefusedException(
            "there were more than "
                + MAX_REDIRECTS
                + " redirects, the last to "
                + Redaction.url(uri));
      }
      HttpAnswer answer = request(method, uri, atService, headers);
      if (!Redirects.isRedirect(answer.status())) {
        Arrival.Place place = link.isPresent() ? Arrival.Place.DOWNLOAD : Arrival.Place.SERVICE;
        return new Arrival(answer, uri, place, link);
      }
      URI next = target(uri, answer);
      atService = atService && isService(next);
      if (link.isEmpty() && (!atService || next.getRawQuery() != null)) {
        // Another origin, or a query: this is a temporary link and not the service itself any more.
        link = Optional.of(next);
      }
      uri = next;
    }
  }

  private boolean isService(URI uri) {
    return Origin.of(uri).equals(Origin.of(serviceUri));
  }

  private HttpAnswer request(Method method, URI uri, boolean atService, Map<String, String> headers)
      throws IOException {
    budget.countRequest();
    Map<String, String> sent = new HashMap<>(headers);
    if (atService) {
      sent.put("Authorization", authorization);
    }
    return method.send(uri, sent);
  }

  private static URI target(URI uri, HttpAnswer answer) throws IOException {
    try (answer) {
      String location =
          answer
              .header("Location")
              .orElseThrow(
                  () ->
                      new IOException(
                          Redaction.url(uri)
                              + " answered "
                              + answer.status()
                              + " without saying where to go"));
      return Redirects.resolve(uri, location);
    }
  }
}
