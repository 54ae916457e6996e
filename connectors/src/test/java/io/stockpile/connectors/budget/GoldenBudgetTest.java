package io.stockpile.connectors.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.GoldenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenBudgetTest {
  private static final String KEY = "_budget/replay/acme.json";
  private static final RateLimit LIMIT = new RateLimit(5, Duration.ofMinutes(5));
  private static final Instant NOW = Instant.parse("2016-06-06T12:00:00.5Z");
  private static final BudgetState SPENT =
      BudgetState.unused().spend(LIMIT, NOW).spend(LIMIT, NOW.plus(Duration.ofMinutes(1)));

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of("unused", BudgetState.unused()),
        Arguments.of("spent", SPENT),
        Arguments.of("held", SPENT.holdUntil(NOW.plusSeconds(90))),
        Arguments.of(
            "stated", SPENT.believe(new StatedLimit(200, 146, NOW.plusSeconds(1800)), NOW, NOW)));
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyStateIsWrittenAndReadAsEver(String name, BudgetState state) throws IOException {
    String file = "budget-" + name + ".json";

    GoldenFile.hold(file, state.toJson("acme"));
    assertThat(BudgetState.fromJson(KEY, GoldenFile.read(file))).isEqualTo(state);
  }

  @Test
  void theStateOfAnAccountLiesWhereItAlwaysLay() {
    assertThat(RequestBudget.key("replay", "acme")).isEqualTo(KEY);
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
        "{\"version\":1,\"account\":\"a\",\"requests\":[],\"not_before\":\"later\"}",
        "{\"version\":1,\"account\":\"a\",\"requests\":[],\"stated\":{\"limit\":\"200\"}}",
      })
  void whatIsNoStateIsNotTakenForOne(String text) {
    assertThatThrownBy(() -> BudgetState.fromJson(KEY, text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageStartingWith(KEY + " cannot be read: ");
  }

  @Test
  void membersThatANewerWriterAddsArePassedOver() throws IOException {
    String newer = "{\"version\":1,\"later\":{},\"account\":\"acme\",\"requests\":[]}";
    assertThat(BudgetState.fromJson(KEY, newer.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(BudgetState.unused());
  }
}
