package io.stockpile.deploy.dataflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.stockpile.connectors.credentials.CredentialsReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses a simulated REST API of the service in this process. */
class GoogleSecretManagerTest {
  private static final String NAME = "projects/my-project/secrets/firestream";
  private static final String SECRET = "ann:tops3cret:word";

  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String body = answer(SECRET, crc(SECRET));

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.add(
                exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private GoogleSecretManager manager() {
    return new GoogleSecretManager(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        uri -> Map.of("Authorization", List.of("Bearer a-token")));
  }

  @Test
  void fetchesTheLatestVersionUnlessAnotherIsNamed() throws Exception {
    assertThat(manager().fetch(NAME)).isEqualTo(SECRET);
    assertThat(manager().fetch(NAME + "/versions/7")).isEqualTo(SECRET);

    assertThat(requests)
        .containsExactly(
            "/v1/" + NAME + "/versions/latest:access Bearer a-token",
            "/v1/" + NAME + "/versions/7:access Bearer a-token");
  }

  @ParameterizedTest
  @CsvSource({"403, secretmanager.secretAccessor", "404, exist", "500, Run again"})
  void saysWhatToDoAndNotWhatTheServiceSaid(int refused, String advice) {
    status = refused;

    assertThatIOException()
        .isThrownBy(() -> manager().fetch(NAME))
        .withMessageContaining(Integer.toString(refused))
        .withMessageContaining(advice)
        .matches(e -> !e.toString().contains("tops3cret"));
  }

  @Test
  void aSecretThatWasDamagedOnItsWayIsRefused() {
    body = answer(SECRET, crc("another"));

    assertThatIOException()
        .isThrownBy(() -> manager().fetch(NAME))
        .withMessageContaining("damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tops3cret", "{\"payload\":{\"data\":\"*tops3cret*\"}}"})
  void whatIsNoAnswerIsRefusedAndNotRepeated(String answered) {
    body = answered;

    assertThatIOException()
        .isThrownBy(() -> manager().fetch(NAME))
        .withMessageContaining("Secret Manager sent no")
        .withNoCause()
        .matches(e -> !e.toString().contains("tops3cret"));
  }

  @Test
  void isFoundByTheSchemeOfAReference() {
    CredentialsReference reference = CredentialsReference.parse("gcp-secret:" + NAME);

    assertThat(reference.kind()).isEqualTo(CredentialsReference.Kind.SECRET_MANAGER);
    assertThat(reference).hasToString("gcp-secret:" + NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tops3cret", "projects/p/secrets/s/tops3cret", ""})
  void whatIsNoNameIsRefusedAndNotRepeated(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialsReference.parse("gcp-secret:" + name))
        .withMessageContaining("gcp-secret:projects/PROJECT/secrets/SECRET")
        .matches(e -> !e.toString().contains("tops3cret"));
  }

  private static String answer(String secret, long crc) {
    return "{\"name\":\"x\",\"payload\":{\"data\":\""
        + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))
        + "\",\"dataCrc32c\":\""
        + crc
        + "\"}}";
  }

  private static long crc(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
