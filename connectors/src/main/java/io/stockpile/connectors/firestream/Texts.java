package io.stockpile.connectors.firestream;

import io.stockpile.connectors.http.Redaction;
import java.util.OptionalLong;

/** Texts for messages about landings. */
public final class Texts {
  private Texts() {}

  /** The beginning of every message about a unit: {@code 2016-12-05 message: }. */
  public static String about(FirestreamUnit unit) {
    return unit.label() + " " + unit.type() + ": ";
  }

  static String status(Arrival arrival, Redaction redaction) {
    String said = arrival.answer().errorText(redaction);
    return Redaction.url(arrival.uri())
        + " answered "
        + arrival.answer().status()
        + (said.isEmpty() ? "" : " (" + said + ")");
  }

  /** What came instead of a gzip file. */
  static String noGzip(Arrival arrival, byte[] begun, Redaction redaction) {
    String said = arrival.answer().quotation(begun, redaction);
    return Redaction.url(arrival.uri())
        + " answered "
        + arrival.answer().status()
        + contentType(arrival, redaction)
        + " with "
        + (begun.length == 0
            ? "an empty body"
            : "no gzip file, but with "
                + (said.isEmpty() ? "a page without words" : "this: " + said));
  }

  /**
   * The content type as {@code (text/html)} or {@code (text/html, encoded as br)}; empty without
   * one.
   */
  static String contentType(Arrival arrival, Redaction redaction) {
    String type = arrival.answer().header("Content-Type").orElse("");
    String coding = arrival.answer().header("Content-Encoding").orElse("");
    String encoded = coding.isBlank() ? "" : "encoded as " + coding;
    String said = type.isBlank() || encoded.isEmpty() ? type + encoded : type + ", " + encoded;
    return said.isBlank() ? "" : " (" + redaction.text(said) + ")";
  }

  static String progress(long bytes, OptionalLong total) {
    return bytes + (total.isPresent() ? " of " + total.getAsLong() : "") + " bytes";
  }
}
