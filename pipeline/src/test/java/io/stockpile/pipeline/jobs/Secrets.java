package io.stockpile.pipeline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.simulated.SimulatedFirestream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What must stand nowhere, in each of the forms in which it could. */
final class Secrets {
  private static final String USERNAME = SimulatedFirestream.USERNAME;
  private static final String PASSWORD = SimulatedFirestream.PASSWORD;

  /** The value of the header that the service gets. */
  static final String AUTHORIZATION =
      "Basic "
          + Base64.getEncoder()
              .encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  /** A signed link's query, as a service could repeat it. */
  static final String SIGNED =
      "?X-Amz-Credential=SIMULATEDKEY%2Fs3&X-Amz-Signature=0123456789abcdef";

  private static final List<String> TEXTS =
      List.of(
          USERNAME,
          PASSWORD,
          URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
          AUTHORIZATION.substring("Basic ".length()),
          URLEncoder.encode(AUTHORIZATION.substring("Basic ".length()), StandardCharsets.UTF_8),
          "X-Amz-Signature=",
          "X-Amz-Credential=",
          "SIMULATEDKEY",
          "0123456789abcdef");

  private Secrets() {}

  /** Holds a text, or bytes as ISO 8859-1, against all of them. */
  static void assertNoneIn(String what, String text) {
    for (String secret : TEXTS) {
      assertThat(text.contains(secret))
          .as("%s holds %s: %s", what, secret, around(text, secret))
          .isFalse();
    }
  }

  private static String around(String text, String secret) {
    int at = Math.max(0, text.indexOf(secret));
    return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 200));
  }
}
