package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.SimulatedStockTwits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The secrets of the tests, in all forms in which they could be revealed. */
final class Secrets {
  private static final String USERNAME = SimulatedFirestream.USERNAME;
  private static final String PASSWORD = SimulatedFirestream.PASSWORD;

  /** The value of the Authorization header for Firestream. */
  static final String AUTHORIZATION = authorization(USERNAME, PASSWORD);

  /** The query of a signed link, as a service could repeat it in an answer. */
  static final String SIGNED =
      "?X-Amz-Credential=SIMULATEDKEY%2Fs3&X-Amz-Signature=0123456789abcdef";

  private static final List<String> TEXTS =
      Stream.of(
              forms(USERNAME, PASSWORD),
              forms(SimulatedReplay.USERNAME, SimulatedReplay.PASSWORD),
              Stream.of(SimulatedStockTwits.TOKEN),
              Stream.of(
                  "X-Amz-Signature=", "X-Amz-Credential=", "SIMULATEDKEY", "0123456789abcdef"))
          .flatMap(forms -> forms)
          .toList();

  private Secrets() {}

  /** The value of the Authorization header for a service. */
  static String authorization(String username, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<String> forms(String username, String password) {
    String token = authorization(username, password).substring("Basic ".length());
    return Stream.of(username, password, token)
        .flatMap(text -> Stream.of(text, URLEncoder.encode(text, StandardCharsets.UTF_8)));
  }

  /** Asserts that none of the secrets is in a text; bytes are given as ISO 8859-1. */
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
