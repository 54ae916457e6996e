package io.stockpile.connectors.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Resolves redirects and refuses those that must not be followed. */
public final class Redirects {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /** Whether the status redirects a GET request. */
  public static boolean isRedirect(int status) {
    return STATUSES.contains(status);
  }

  /**
   * Resolves a Location, relative or absolute. Bytes that a URL must not hold are percent-encoded,
   * and so is a {@code %} that begins no escape; escapes stay as they are, because a signature may
   * be over them.
   *
   * @param location the header's text, a character for each byte
   * @throws RedirectRefusedException when it leads away from https to http, or to anything else,
   *     when it has a user or a password in it, or when it is malformed: empty, no URL, or one
   *     without a possible host and port
   */
  public static URI resolve(URI from, String location) throws RedirectRefusedException {
    String encoded = encoded(bytes(location.strip()));
    if (encoded.isEmpty()) {
      throw new RedirectRefusedException(
          Redaction.url(from) + " redirected with a malformed Location, which is empty");
    }
    URI target;
    try {
      target = resolved(from, encoded);
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The exception's own text repeats the whole URL, signature and all.
      throw new RedirectRefusedException(
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
    if (Origin.of(target).filter(origin -> !origin.host().contains("%")).isEmpty()) {
      throw new RedirectRefusedException(
          Redaction.url(from)
              + " redirected with a malformed Location, which has no possible host or port: "
              + Redaction.url(target));
    }
    if (target.getRawUserInfo() != null) {
      throw new RedirectRefusedException(
          Redaction.url(from)
              + " redirected to "
              + Redaction.url(target)
              + " with a user or a password in the URL, which is not followed");
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

  private static URI resolved(URI from, String location) throws URISyntaxException {
    // A location of only a query replaces the query; java.net.URI would also drop the last part of
    // the path.
    return location.startsWith("?")
        ? new URI(from.getScheme() + "://" + from.getRawAuthority() + from.getRawPath() + location)
        : from.resolve(new URI(location));
  }

  /** The bytes of a text that was decoded already, as characters. */
  private static String bytes(String location) {
    return location.chars().allMatch(c -> c <= 0xff)
        ? location
        : new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The location without its fragment, which is not part of a request. */
  private static String encoded(String location) {
    StringBuilder text = new StringBuilder(location.length());
    int path = pathStart(location);
    for (int i = 0; i < location.length() && location.charAt(i) != '#'; i++) {
      char c = location.charAt(i);
      boolean forbidden =
          c <= ' '
              || c > '~'
              || "\"<>\\^`{|}".indexOf(c) >= 0
              || ("[]".indexOf(c) >= 0 && i >= path)
              || (c == '%' && !beginsEscape(location, i));
      if (forbidden) {
        text.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /**
   * The position of the path, or of what follows the host. Brackets before that may belong to an
   * IPv6 address.
   */
  private static int pathStart(String location) {
    int slashes = location.indexOf("//");
    boolean hasAuthority =
        slashes == 0 || (slashes > 0 && location.indexOf('/') == slashes && isScheme(location));
    if (!hasAuthority) {
      return 0;
    }
    int end = slashes + 2;
    while (end < location.length() && "/?#".indexOf(location.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isScheme(String location) {
    return location.substring(0, location.indexOf('/')).matches("[A-Za-z][A-Za-z0-9+.-]*:");
  }

  private static boolean beginsEscape(String text, int percent) {
    return percent + 2 < text.length()
        && Character.digit(text.charAt(percent + 1), 16) >= 0
        && Character.digit(text.charAt(percent + 2), 16) >= 0;
  }
}
