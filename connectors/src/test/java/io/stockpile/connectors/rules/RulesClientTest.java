package io.stockpile.connectors.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.http.CredentialsReference;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.ReplayStream;
import io.stockpile.connectors.replay.StreamType;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.SimulatedTweets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
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

    assertThat(client.add(RuleSet.of(List.of(CASHTAG, HASHTAG))).changed()).isEqualTo(2);
    assertThat(client.list()).isEqualTo(RuleSet.of(List.of(CASHTAG, HASHTAG)));

    RuleChange again = client.add(RuleSet.of(List.of(CASHTAG)));
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.messages()).singleElement().asString().contains("$STCK", "exists");

    assertThat(client.delete(RuleSet.of(List.of(CASHTAG))).changed()).isEqualTo(1);
    assertThat(client.list()).isEqualTo(RuleSet.of(List.of(HASHTAG)));
    assertThat(service.requests().get(0).target())
        .isEqualTo("/rules/powertrack-replay/accounts/acme/publishers/twitter/prod.json");
  }

  @Test
  void syncChangesOnlyWhatDiffers() throws Exception {
    client.add(RuleSet.of(List.of(CASHTAG, new PowerTrackRule("old", ""))));
    RulesClient.Synced synced = client.sync(RuleSet.of(List.of(CASHTAG, HASHTAG)));

    assertThat(synced.added().changed()).isEqualTo(1);
    assertThat(synced.deleted().changed()).isEqualTo(1);
    assertThat(client.list()).isEqualTo(RuleSet.of(List.of(CASHTAG, HASHTAG)));
    int before = service.requests().size();
    client.sync(RuleSet.of(List.of(CASHTAG, HASHTAG)));
    assertThat(service.requests()).hasSize(before + 1);
  }

  @Test
  void manyRulesGoOutInBatches() throws Exception {
    RuleSet many =
        RuleSet.of(
            IntStream.range(0, 2500).mapToObj(i -> new PowerTrackRule("rule" + i, "")).toList());

    assertThat(client.add(many).changed()).isEqualTo(2500);
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
    for (String broken : List.of("{", "{}", "{\"rules\":[{}]}", "{\"rules\":[]} x")) {
      assertThatThrownBy(() -> parse(broken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("rules.txt");
    }
  }

  private static RuleSet parse(String text) throws IOException {
    return RuleSet.parse("rules.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private RulesClient client(String password) {
    Map<String, String> environment =
        Map.of("GNIP_USERNAME", SimulatedReplay.USERNAME, "GNIP_PASSWORD", password);
    return new RulesClient(
        new RulesSettings(
            URI.create(service.url().toString()),
            new ReplayStream(StreamType.POWERTRACK, "acme", "prod"),
            CredentialsReference.parse("env:GNIP"),
            3,
            Duration.ofSeconds(10)),
        new Surroundings(
            Clock.systemUTC(),
            pause -> {},
            () -> 0,
            name -> Optional.ofNullable(environment.get(name))));
  }
}
