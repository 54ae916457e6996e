package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.RawHttpServer;
import io.stockpile.connectors.http.ScriptedProxy;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.simulated.SimulatedFirestream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy stands between the lander and the service. */
class LandingProxyTest extends LandingFixture {
  private static final URI FAR = URI.create("http://firestream.test");

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "FIRESTREAM_USERNAME", SimulatedFirestream.USERNAME,
              "FIRESTREAM_PASSWORD", SimulatedFirestream.PASSWORD));
  private final FakeSurroundings far = new FakeSurroundings(environment);
  private ScriptedProxy proxy;

  @BeforeEach
  void startProxy() throws IOException {
    proxy = ScriptedProxy.start();
    proxy.knows("firestream.test:80", service.url().getPort());
    environment.put("HTTP_PROXY", proxy.url());
  }

  @AfterEach
  void stopProxy() throws IOException {
    proxy.close();
  }

  private LandingOutcome landThrough() throws IOException, InterruptedException {
    try (FirestreamLander lander =
        new FirestreamLander(
            settings().withUrl(FAR), store, LandingListener.NONE, far.surroundings())) {
      return lander.land(UNIT);
    }
  }

  @Test
  void theServiceIsAskedThroughItAndTheLinkOnLoopbackIsNot()
      throws IOException, InterruptedException {
    assertLanded(landThrough());
    assertThat(proxy.requests())
        .containsExactly("GET http://firestream.test/backups/message/2016/12/05 HTTP/1.1");
  }

  @Test
  void whatItCutsIsTakenUpAgain() throws IOException, InterruptedException {
    try (RawHttpServer whole =
        RawHttpServer.start(
            request ->
                RawHttpServer.answer(
                    "HTTP/1.1 200 OK\nContent-Length: " + file.length + "\n", file))) {
      proxy.knows("firestream.test:80", whole.url().getPort());
      proxy.cutOnceAfter(200_000);

      assertLanded(landThrough());
      assertThat(proxy.requests()).hasSize(2);
      assertThat(far.pauses()).hasSize(1);
    }
  }

  @Test
  void aRefusedLoginFailsAtOnceWithTheProxyNamed() throws IOException, InterruptedException {
    proxy.wants("user", "right");
    environment.put("PROXY_USERNAME", "user");
    environment.put("PROXY_PASSWORD", "hunter2");
    try (FirestreamLander lander =
        new FirestreamLander(
            settings().withUrl(FAR), store, LandingListener.NONE, far.surroundings())) {
      String message = assertFailed(lander.land(UNIT));

      assertThat(message)
          .startsWith("2016-12-05 message: The proxy " + proxy.url() + " (from HTTP_PROXY) refused")
          .contains("(407)")
          .contains("PROXY_USERNAME and PROXY_PASSWORD")
          .doesNotContain("hunter2");
      assertThat(far.pauses()).isEmpty();
      int asked = proxy.requests().size();
      assertFailed(lander.land(FirestreamUnit.ofDay(FileType.ACTIVITY, DAY)));
      assertThat(proxy.requests()).hasSize(asked);
    }
  }

  @Test
  void aProxyThatIsDownIsAskedAgainAndNamed() throws IOException, InterruptedException {
    proxy.close();

    assertThat(assertFailed(landThrough()))
        .contains("given up after 8 attempts, the last: the proxy " + proxy.url())
        .contains("cannot be reached");
    assertThat(far.pauses()).hasSize(7);
  }
}
