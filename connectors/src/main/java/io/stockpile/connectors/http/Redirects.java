package io.stockpile.connectors.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where a redirect leads, and whether one may go there. */
public final class Redirects {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /** Whether the status sends a GET on to another place. */
  public static boolean isRedirect(int status) {
    return STATUSES.contains(status);
  }

  /**
   * Resolves a Location, relative or absolute.
   *
   * @throws RedirectRefusedException when it leads away from https to http, or to anything else
   * @throws IOException when it is malformed: no URL, or one without a possible host and port
   */
  public static URI resolve(URI from, String location) throws IOException {
    URI target;
    try {
      target = from.resolve(new URI(encoded(location.strip())));
      // A fragment is the reader's own business, and no part of a request.
      if (target.getRawFragment() != null) {
        String text = target.toString();
        target = new URI(text.substring(0, text.indexOf('#')));
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The exception's own text repeats the whole URL, signature and all.
      throw new IOException(
          Redaction.url(from) + " redirected with a malformed Location, which is no URL");
    }
    String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new RedirectRefusedException(
          Redaction.url(from)
              + " redirected to a "
              + scheme
              + ": URL; only https and http are followed");
    }
    if (Origin.of(target).isEmpty()) {
      throw new IOException(
          Redaction.url(from)
              + " redirected with a malformed Location, which has no host or an impossible port: "
              + Redaction.url(target));
    }
    if (scheme.equals("http") && "https".equalsIgnoreCase(from.getScheme())) {
      throw new RedirectRefusedException(
          Redaction.url(from)
              + " redirected from https to plain http ("
              + Redaction.url(target)
              + "), which is not followed");
    }
    return target;
  }

  /** Servers send characters that a URI must not hold; the usual ones are encoded here. */
  private static String encoded(String location) {
    StringBuilder text = new StringBuilder(location.length());
    for (int i = 0; i < location.length(); i++) {
      char c = location.charAt(i);
      if (" \"<>\\^`{|}".indexOf(c) >= 0) {
        text.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
