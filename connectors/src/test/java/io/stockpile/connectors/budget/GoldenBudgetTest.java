package io.stockpile.connectors.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.json.GoldenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenBudgetTest {
  private static final Instant NOW = Instant.parse("2016-06-06T12:00:00.5Z");
  private static final BudgetState SPENT =
      BudgetState.unused()
          .spend(RateLimit.DEFAULT, NOW)
          .spend(RateLimit.DEFAULT, NOW.plus(Duration.ofMinutes(1)));

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of("unused", BudgetState.unused()),
        Arguments.of("spent", SPENT),
        Arguments.of("held", SPENT.holdUntil(NOW.plusSeconds(90))));
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyStateIsWrittenAndReadAsEver(String name, BudgetState state) throws IOException {
    String file = "budget-" + name + ".json";

    GoldenFile.hold(file, state.toJson("acme"));
    assertThat(BudgetState.fromJson(GoldenFile.read(file))).contains(state);
  }

  @Test
  void theStateOfAnAccountLiesWhereItAlwaysLay() {
    assertThat(RequestBudget.key("acme")).isEqualTo("_budget/replay/acme.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no budget",
        "[]",
        "{\"requests\":[]}",
        "{\"version\":2,\"requests\":[]}",
        "{\"version\":1}",
        "{\"version\":1,\"requests\":[\"soon\"]}",
        "{\"version\":1,\"requests\":[1465214400]}",
        "{\"version\":1,\"requests\":[],\"not_before\":\"later\"}",
      })
  void whatIsNoStateIsNotTakenForOne(String text) {
    assertThat(BudgetState.fromJson(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void membersThatANewerWriterAddsArePassedOver() {
    String newer = "{\"version\":1,\"later\":{},\"account\":\"acme\",\"requests\":[]}";
    assertThat(BudgetState.fromJson(newer.getBytes(StandardCharsets.UTF_8)))
        .contains(new BudgetState(List.of(), Instant.EPOCH));
  }
}
