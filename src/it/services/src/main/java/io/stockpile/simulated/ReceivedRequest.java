package io.stockpile.simulated;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param place which of the simulated hosts it came to
 * @param target the path with its query, as it stood in the request line
 * @param headers by name in lower case
 * @param body empty for most
 */
public record ReceivedRequest(
    Place place, String method, String target, Map<String, String> headers, String body) {

  /** The two hosts of a download. */
  public enum Place {
    /** The service that knows the credentials and hands out links. */
    SERVICE,
    /** The host that the links lead to. */
    DOWNLOAD
  }

  public ReceivedRequest {
    headers = Map.copyOf(headers);
  }

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** A header's value, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** A parameter of the query, as it stands there. */
  Optional<String> parameter(String name) {
    String query = target.substring(path().length());
    for (String pair : query.replaceFirst("^\\?", "").split("&")) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(pair.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }
}
