package io.stockpile.connectors.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scheme, host and port. Credentials may be sent only to the same origin. */
public record Origin(String scheme, String host, int port) {

  private static final int MAX_PORT = 65_535;
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@]*@)?(\\[[^\\]]+]|[^:@\\[\\]]+)(?::(\\d{1,5}))?");

  /**
   * The origin of an absolute URL. Host names with underscores, which old S3 buckets have, are
   * accepted.
   *
   * @return empty when the URL has no scheme, no host, or a port that is malformed or impossible
   */
  public static Optional<Origin> of(URI uri) {
    if (uri.getScheme() == null || uri.getRawAuthority() == null) {
      return Optional.empty();
    }
    Matcher authority = AUTHORITY.matcher(uri.getRawAuthority());
    if (!authority.matches()) {
      return Optional.empty();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int defaultPort = scheme.equals("https") ? 443 : 80;
    int port = authority.group(2) == null ? defaultPort : Integer.parseInt(authority.group(2));
    if (port < 1 || port > MAX_PORT) {
      return Optional.empty();
    }
    return Optional.of(new Origin(scheme, authority.group(1).toLowerCase(Locale.ROOT), port));
  }
}
