package io.stockpile.connectors.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * Makes text fit for messages and logs: removes queries, signatures, tokens and credentials, puts
 * it on one line and shortens it. Immutable and thread-safe.
 */
public final class Redaction {
  /** The length at which a text is cut. */
  public static final int MAX_CHARACTERS = 300;

  private static final String GONE = "…";
  private static final String SENSITIVE =
      "[\\w-]{0,40}(?:signature|stringtosign|canonicalrequest|accesskey|token|secret|passw|credential"
          + "|authorization)[\\w-]{0,40}";

  /** Elements of XML error bodies, also those that were cut before their end. */
  private static final Pattern XML =
      Pattern.compile(
          "<(" + SENSITIVE + ")>.*?(</\\1>|\\z)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern JSON =
      Pattern.compile(
          "(\"" + SENSITIVE + "\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*(?:\"|\\z)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern AUTHORIZATION =
      Pattern.compile("\\b(Basic|Bearer|Digest)\\s+[\\w+/=.~-]{4,}", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER_INFO = Pattern.compile("(\\w://)[^\\s/@?#\"'<>]*@");
  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>?]*=[^\\s\"'<>]*");

  /** Parameters without a question mark before them. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "((?:\\b|[&;])(?:X-Amz-[\\w-]+|Expires|sig|" + SENSITIVE + ")\\s*=\\s*)[^&\\s\"'<>]+",
          Pattern.CASE_INSENSITIVE);

  /** Error bodies are often HTML pages; their text is between the tags. */
  private static final Pattern TAG = Pattern.compile("<[/?!]?[A-Za-z][^>]{0,2000}>");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Z}\\s]+");

  private final List<String> secrets;

  private Redaction(List<String> secrets) {
    this.secrets = secrets;
  }

  /** A redaction that removes everything that looks like a secret. */
  public static Redaction general() {
    return new Redaction(List.of());
  }

  /** A redaction that also removes these secrets, plain or percent-encoded. */
  public static Redaction of(Collection<String> secrets) {
    return new Redaction(
        secrets.stream()
            .filter(secret -> !secret.isEmpty())
            .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /** This redaction with more secrets to remove. */
  Redaction and(Collection<String> more) {
    return more.isEmpty() ? this : of(Stream.concat(secrets.stream(), more.stream()).toList());
  }

  /** A URL without user, query and fragment. */
  public static String url(URI uri) {
    StringBuilder text = new StringBuilder();
    if (uri.getScheme() != null) {
      text.append(uri.getScheme()).append("://");
    }
    if (uri.getRawAuthority() != null) {
      text.append(uri.getRawAuthority().substring(uri.getRawAuthority().lastIndexOf('@') + 1));
    }
    if (uri.getRawPath() != null) {
      text.append(uri.getRawPath());
    }
    return text.toString();
  }

  /**
   * Redacts a text of foreign origin, such as the body of an error answer or an exception's
   * message.
   */
  public String text(String foreign) {
    String text = foreign;
    for (String secret : secrets) {
      text = text.replace(secret, GONE);
    }
    text = XML.matcher(text).replaceAll("<$1>" + GONE + "</$1>");
    text = JSON.matcher(text).replaceAll("$1\"" + GONE + "\"");
    text = AUTHORIZATION.matcher(text).replaceAll("$1 " + GONE);
    text = USER_INFO.matcher(text).replaceAll("$1");
    text = QUERY.matcher(text).replaceAll(Matcher.quoteReplacement("?" + GONE));
    text = PARAMETER.matcher(text).replaceAll("$1" + GONE);
    text = TAG.matcher(text).replaceAll(" ");
    text = CONTROL.matcher(text).replaceAll(" ").strip();
    return shortened(text);
  }

  /**
   * Redacts a text that may have been cut, so that it could end with a part of a secret. As many
   * characters as the longest secret has are removed at its end.
   */
  public String cutText(String foreign) {
    int longest = secrets.stream().mapToInt(String::length).max().orElse(0);
    String text = foreign;
    for (String secret : secrets) {
      text = text.replace(secret, GONE);
    }
    return text(text.substring(0, Math.max(0, text.length() - longest)));
  }

  /**
   * Why no answer came, or why an answer was cut.
   *
   * @param silence how long the server may send nothing before reading fails
   */
  public String failure(IOException e, Duration silence) {
    if (e instanceof SocketTimeoutException && !(e instanceof ConnectTimeoutException)) {
      return "no byte came for " + silence;
    }
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : text(message);
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return text;
    }
    int end = MAX_CHARACTERS;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + GONE;
  }
}
