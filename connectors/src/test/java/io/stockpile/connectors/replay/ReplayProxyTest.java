package io.stockpile.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.ScriptedProxy;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.simulated.SimulatedReplay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy stands between the lander and the service. */
class ReplayProxyTest {
  @TempDir Path root;

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "GNIP_USERNAME", SimulatedReplay.USERNAME,
              "GNIP_PASSWORD", SimulatedReplay.PASSWORD));
  private ReplayFixture fixture;
  private ScriptedProxy proxy;

  @BeforeEach
  void start() throws IOException {
    fixture = new ReplayFixture(root);
    proxy = ScriptedProxy.start();
    proxy.knows("replay.test:80", fixture.service.url().getPort());
    environment.put("http_proxy", proxy.url());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    fixture.close();
  }

  private ReplayLander lander() {
    return new ReplayLander(
        fixture.settings.withUrl(URI.create("http://replay.test")),
        fixture.store,
        LandingListener.NONE,
        new Surroundings(
            fixture.clock,
            fixture.clock,
            () -> 1,
            name -> Optional.ofNullable(environment.get(name))));
  }

  @Test
  void theStreamComesThroughIt() throws IOException, InterruptedException {
    try (ReplayLander lander = lander()) {
      ReplayOutcome outcome = lander.land(ReplayFixture.UNIT);

      assertThat(outcome).isInstanceOf(ReplayOutcome.Complete.class);
      assertThat(fixture.landedIds(((ReplayOutcome.Complete) outcome).range()))
          .isEqualTo(fixture.servedIds());
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void whatItCutsIsAskedForAgain() throws IOException, InterruptedException {
    proxy.cutOnceAfter(3_000);
    try (ReplayLander lander = lander()) {
      ReplayOutcome outcome = lander.land(ReplayFixture.UNIT);

      assertThat(outcome).isInstanceOf(ReplayOutcome.Complete.class);
      assertThat(fixture.landedIds(((ReplayOutcome.Complete) outcome).range()))
          .isEqualTo(fixture.servedIds());
      assertThat(proxy.requests()).hasSize(2);
    }
  }

  @Test
  void aRefusedLoginFailsTheStreamAtOnceAndIsNotTakenForTheServices()
      throws IOException, InterruptedException {
    proxy.wants("user", "right");
    environment.put("PROXY_USERNAME", "user");
    environment.put("PROXY_PASSWORD", "hunter2");
    try (ReplayLander lander = lander()) {
      ReplayOutcome outcome = lander.land(ReplayFixture.UNIT);

      assertThat(outcome).isInstanceOf(ReplayOutcome.Failed.class);
      ReplayOutcome.Failed failed = (ReplayOutcome.Failed) outcome;
      assertThat(failed.ofTheStream()).isTrue();
      assertThat(failed.message())
          .contains("The proxy " + proxy.url() + " (from http_proxy) refused")
          .contains("(407). Check the variables PROXY_USERNAME and PROXY_PASSWORD")
          .doesNotContain("hunter2");
      assertThat(fixture.service.requests()).isEmpty();
      assertThat(proxy.requests()).hasSize(2);
    }
  }
}
