package io.stockpile.connectors.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.http.ScriptedProxy;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesClientTest {
  private static final PowerTrackRule CASHTAG = new PowerTrackRule("$STCK lang:en", "stocks");
  private static final PowerTrackRule HASHTAG = new PowerTrackRule("#été \"a b\"", "");

  private SimulatedReplay service;
  private RulesClient client;

  @BeforeEach
  void start() throws IOException {
    service =
        SimulatedReplay.start(
            Clock.systemUTC(), new SimulatedTweets(SimulatedTweets.Form.NATIVE, 1));
    client = client(SimulatedReplay.PASSWORD);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    service.close();
  }

  @Test
  void rulesAreAddedListedAndDeleted() throws Exception {
    assertThat(client.list().isEmpty()).isTrue();

    assertThat(client.add(RuleSet.of(List.of(CASHTAG, HASHTAG))).created()).isEqualTo(2);
    assertThat(client.list()).isEqualTo(RuleSet.of(List.of(CASHTAG, HASHTAG)));

    RuleChange again = client.add(RuleSet.of(List.of(CASHTAG)));
    assertThat(again.created()).isZero();
    assertThat(again.reasons().get(CASHTAG.value())).contains("exists");

    assertThat(client.delete(RuleSet.of(List.of(CASHTAG))).deleted()).isEqualTo(1);
    assertThat(client.list()).isEqualTo(RuleSet.of(List.of(HASHTAG)));
    assertThat(service.requests().get(0).target())
        .isEqualTo("/rules/powertrack-replay/accounts/acme/publishers/twitter/prod.json");
  }

  @Test
  void applyingADifferenceMakesTheRulesThoseThatAreWanted() throws Exception {
    PowerTrackRule retagged = new PowerTrackRule(CASHTAG.value(), "other");
    client.add(RuleSet.of(List.of(CASHTAG, new PowerTrackRule("old", ""))));
    RuleSet wanted = RuleSet.of(List.of(retagged, HASHTAG));

    RuleDifference difference = RuleDifference.between(client.list(), wanted);
    assertThat(difference.missing().rules()).containsExactly(HASHTAG);
    assertThat(difference.retagged().rules()).containsExactly(retagged);
    assertThat(difference.surplus().rules()).containsExactly(new PowerTrackRule("old", ""));

    RuleChange change = client.apply(difference);
    assertThat(change.created()).isEqualTo(2);
    assertThat(change.deleted()).isEqualTo(2);
    assertThat(client.list()).isEqualTo(wanted);
    assertThat(RuleDifference.between(client.list(), wanted).isEmpty()).isTrue();
  }

  @Test
  void anInvalidRuleKeepsNoneOfTheOthersOut() throws Exception {
    PowerTrackRule invalid = new PowerTrackRule("a AND b", "");

    RuleChange change = client.add(RuleSet.of(List.of(CASHTAG, invalid, HASHTAG)));

    assertThat(change.created()).isEqualTo(2);
    assertThat(change.reasons()).containsOnlyKeys("a AND b");
    assertThat(change.reasons().get("a AND b")).startsWith("Ambiguous use of and as a keyword");
    assertThat(client.list()).isEqualTo(RuleSet.of(List.of(CASHTAG, HASHTAG)));
  }

  @Test
  void nothingIsDeletedWhenAMissingRuleIsInvalid() throws Exception {
    client.add(RuleSet.of(List.of(CASHTAG)));
    RuleSet wanted = RuleSet.of(List.of(HASHTAG, new PowerTrackRule("-a", "")));

    RuleChange change = client.apply(RuleDifference.between(client.list(), wanted));

    assertThat(change.deleted()).isZero();
    assertThat(change.reasons()).containsOnlyKeys("-a");
    assertThat(client.list()).isEqualTo(RuleSet.of(List.of(CASHTAG, HASHTAG)));
  }

  @Test
  void anAnswerThatIsLostIsNoReasonToStop() throws Exception {
    client.add(RuleSet.of(List.of(CASHTAG)));
    RuleDifference difference = RuleDifference.between(client.list(), RuleSet.of(List.of(HASHTAG)));
    service.scriptRules(Fault.dropped(), Fault.none(), Fault.none(), Fault.closeAfter(10));

    client.apply(difference);

    assertThat(client.list()).isEqualTo(RuleSet.of(List.of(HASHTAG)));
  }

  @Test
  void whatWasDoneBeforeAFailureIsKept() throws Exception {
    service.scriptRules(
        Fault.none(),
        Fault.status(503, "busy"),
        Fault.status(429, "too many"),
        Fault.resetAfter(5));

    assertThatThrownBy(() -> client.add(many(1500)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in the last of 3 attempts");
    assertThat(client.done().created()).isEqualTo(1000);
  }

  private static RuleSet many(int count) {
    return RuleSet.of(
        IntStream.range(0, count).mapToObj(i -> new PowerTrackRule("rule" + i, "")).toList());
  }

  @Test
  void manyRulesGoOutInBatches() throws Exception {
    assertThat(client.add(many(2500)).created()).isEqualTo(2500);
    assertThat(service.requests()).hasSize(3);
    assertThat(client.list().size()).isEqualTo(2500);
  }

  @Test
  void longRulesMakeSmallerBatches() {
    RuleSet many =
        RuleSet.of(
            IntStream.range(0, 900)
                .mapToObj(i -> new PowerTrackRule("rule" + i + "x".repeat(2000), ""))
                .toList());

    assertThat(RulesClient.batches(many))
        .hasSizeGreaterThan(1)
        .allSatisfy(batch -> assertThat(batch.toJson().length).isLessThan(1_100_000));
  }

  @Test
  void refusedCredentialsAreAnExceptionWithTheStatus() throws Exception {
    try (RulesClient wrong = client("wrong-secret")) {
      assertThatThrownBy(wrong::list)
          .isInstanceOfSatisfying(
              RulesRefusedException.class, e -> assertThat(e.status()).isEqualTo(401))
          .hasMessageContaining("GNIP_USERNAME")
          .hasMessageNotContaining("wrong-secret");
    }
  }

  @Test
  void hashTellsValuesAndTagsApartAndNothingElse() throws IOException {
    RuleSet set = RuleSet.of(List.of(CASHTAG, HASHTAG));

    assertThat(RuleSet.of(List.of(HASHTAG, CASHTAG, HASHTAG)).sha256()).isEqualTo(set.sha256());
    assertThat(RuleSet.of(List.of(CASHTAG)).sha256()).isNotEqualTo(set.sha256());
    assertThat(RuleSet.of(List.of(new PowerTrackRule("a", "b"))).sha256())
        .isNotEqualTo(RuleSet.of(List.of(new PowerTrackRule("ab", ""))).sha256());
    assertThat(RuleSet.parse("file", set.toJson())).isEqualTo(set);
  }

  @Test
  void filesAreJsonOrLines() throws IOException {
    assertThat(parse("$STCK\r\n\n#tag or\n"))
        .isEqualTo(
            RuleSet.of(
                List.of(new PowerTrackRule("$STCK", ""), new PowerTrackRule("#tag or", ""))));
    assertThat(parse("\uFEFF{\"rules\":[{\"value\":\"a\",\"tag\":\"t\"}]}"))
        .isEqualTo(RuleSet.of(List.of(new PowerTrackRule("a", "t"))));
    assertThat(parse("[\"a\", {\"value\":\"b\",\"tag\":null,\"id\":1}]"))
        .isEqualTo(RuleSet.of(List.of(new PowerTrackRule("a", ""), new PowerTrackRule("b", ""))));
    RuleSet set = RuleSet.of(List.of(CASHTAG, HASHTAG));
    assertThat(parse(set.toText())).isEqualTo(set);
    assertThat(parse(RuleSet.of(List.of()).toText()).isEmpty()).isTrue();
    for (String broken :
        List.of(
            "",
            " \n",
            "{",
            "{}",
            "[1]",
            "[\"\"]",
            "{\"rules\":[{}]}",
            "{\"rules\":[]} x",
            "{\"rules\":[],\"rule\":[]}",
            "{\"rules\":[{\"value\":\"a\",\"tags\":\"b\"}]}",
            "{\"rules\":[{\"value\":\"a\",\"tag\":1}]}",
            "[{\"value\":\"a\",\"tag\":\"b\"},{\"value\":\"a\"}]")) {
      assertThatThrownBy(() -> parse(broken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("rules.txt")
          .hasMessageNotContaining("Source");
    }
  }

  @Test
  void aProxyOnTheWayIsUsedAndNamedWhenItRefuses() throws IOException, InterruptedException {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "GNIP_USERNAME", SimulatedReplay.USERNAME,
                "GNIP_PASSWORD", SimulatedReplay.PASSWORD));
    service.rule("acme", "prod", "from:a");
    try (ScriptedProxy proxy = ScriptedProxy.start()) {
      proxy.knows("rules.test:80", service.url().getPort());
      environment.put("HTTP_PROXY", proxy.url());
      URI far = URI.create("http://rules.test");
      try (RulesClient through = client(far, environment)) {
        assertThat(through.list().size()).isEqualTo(1);
        assertThat(proxy.requests()).hasSize(1);
      }

      proxy.wants("user", "right");
      environment.put("PROXY_USERNAME", "user");
      environment.put("PROXY_PASSWORD", "hunter2");
      try (RulesClient refused = client(far, environment)) {
        assertThatThrownBy(refused::list)
            .isInstanceOf(IOException.class)
            .isNotInstanceOf(RulesRefusedException.class)
            .hasMessageContaining("was not reached. The proxy " + proxy.url())
            .hasMessageContaining("(407)")
            .hasMessageNotContaining("hunter2");
        assertThat(proxy.requests()).hasSize(3);
      }
    }
  }

  private static RuleSet parse(String text) throws IOException {
    return RuleSet.parse("rules.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private RulesClient client(String password) {
    Map<String, String> environment =
        Map.of("GNIP_USERNAME", SimulatedReplay.USERNAME, "GNIP_PASSWORD", password);
    return client(service.url(), environment);
  }

  private static RulesClient client(URI url, Map<String, String> environment) {
    return new RulesClient(
        RulesSettings.of(
                new ReplayStream(StreamType.POWERTRACK, "acme", "prod"),
                CredentialsReference.parse("env:GNIP"))
            .withUrl(url)
            .withMaxAttempts(3)
            .withReadTimeout(Duration.ofSeconds(10)),
        new Surroundings(
            Clock.systemUTC(),
            pause -> {},
            () -> 0,
            name -> Optional.ofNullable(environment.get(name))));
  }
}
