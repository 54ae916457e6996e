package io.stockpile.connectors.stocktwits;

import java.io.Serializable;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stream of the API: an endpoint with a symbol, user or list.
 *
 * @param argument the symbol, id, name or search text; empty for an endpoint without one
 */
public record ApiStream(Endpoint endpoint, String argument) implements Serializable {
  /** The source's name in keys and manifests. */
  public static final String SOURCE = "stocktwits-api";

  private static final String QUERY = "?q=";
  private static final String SEARCHED = "/q/";
  private static final int LONGEST = 200;

  /**
   * Parses the form that users write, for example {@code symbol/AAPL} or {@code search?q=apple}.
   * Symbols may be in any case; a search text may be percent-encoded.
   *
   * @throws IllegalArgumentException when there is no such stream; the message names those that
   *     exist
   */
  public static ApiStream parse(String text) {
    String stripped = text.strip();
    return Arrays.stream(Endpoint.values())
        .flatMap(endpoint -> match(endpoint, stripped).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no stream '%s'; there are %s"
                        .formatted(
                            stripped,
                            Arrays.stream(Endpoint.values())
                                .map(Endpoint::word)
                                .collect(Collectors.joining(", ")))));
  }

  private static Optional<ApiStream> match(Endpoint endpoint, String text) {
    if (!endpoint.hasArgument()) {
      return text.equals(endpoint.word())
          ? Optional.of(new ApiStream(endpoint, ""))
          : Optional.empty();
    }
    String begin = endpoint.isSearch() ? endpoint.word() : endpoint.stem();
    if (!text.startsWith(begin)) {
      return Optional.empty();
    }
    String rest = text.substring(begin.length());
    return argument(endpoint, endpoint.isSearch() ? decoded(rest) : rest)
        .map(argument -> new ApiStream(endpoint, argument));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Not an escape: the percent sign is part of the search text.
      return text;
    }
  }

  private static Optional<String> argument(Endpoint endpoint, String text) {
    boolean possible =
        switch (endpoint) {
          case WATCHLIST, WATCHLIST_SHOW, MESSAGE -> text.matches("[0-9]{1,18}");
          case SYMBOL, USER -> text.matches("[^/?#\\s\\p{Cntrl}]+");
          default -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
        };
    if (!possible || text.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(endpoint == Endpoint.SYMBOL ? text.toUpperCase(Locale.ROOT) : text);
  }

  /** Parses what {@link #key} returned; empty when it is not the key of a stream. */
  public static Optional<ApiStream> ofKey(String key) {
    int searched = key.indexOf(SEARCHED);
    int last = key.lastIndexOf('/');
    for (Endpoint endpoint : Endpoint.values()) {
      String begin = endpoint.isSearch() ? endpoint.stem() + SEARCHED : endpoint.stem();
      int cut = endpoint.isSearch() ? searched + SEARCHED.length() : last + 1;
      if (!endpoint.hasArgument() && key.equals(endpoint.word())) {
        return Optional.of(new ApiStream(endpoint, ""));
      }
      if (endpoint.hasArgument() && cut > 0 && key.substring(0, cut).equals(begin)) {
        Optional<ApiStream> stream =
            SafeText.decode(key.substring(cut))
                .flatMap(text -> argument(endpoint, text))
                .map(text -> new ApiStream(endpoint, text));
        return stream.filter(found -> found.key().equals(key));
      }
    }
    return Optional.empty();
  }

  /** The stream's part of keys: letters, digits, {@code . _ - ~} and slashes. */
  public String key() {
    if (!endpoint.hasArgument()) {
      return endpoint.word();
    }
    String stem = endpoint.isSearch() ? endpoint.stem() + SEARCHED : endpoint.stem();
    return stem + SafeText.encode(argument);
  }

  /**
   * The URL of a page.
   *
   * @param base the address of the API, without a slash at the end
   * @param max the cursor's parameter; {@link Page#NEWEST} for the newest page
   */
  public URI url(URI base, long max) {
    StringBuilder url = new StringBuilder(base.toString()).append('/');
    url.append(endpoint.path().replace("*", encoded(argument))).append(".json");
    if (endpoint.isSearch()) {
      url.append(QUERY).append(encoded(argument));
    }
    if (max != Page.NEWEST) {
      url.append(endpoint.isSearch() ? '&' : '?').append("max=").append(max);
    }
    return URI.create(url.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The places of records in its pages. */
  public List<Held> holds() {
    return endpoint.holds();
  }

  /** The stream as users write it. */
  @Override
  public String toString() {
    return endpoint.isSearch()
        ? endpoint.word() + argument
        : endpoint.word().replace("*", argument);
  }
}
