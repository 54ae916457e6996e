package io.stockpile.pipeline.unit;

import static io.stockpile.pipeline.testing.Outcomes.ABSENT;
import static io.stockpile.pipeline.testing.Outcomes.COMMITTED;
import static io.stockpile.pipeline.testing.Outcomes.FAILED;
import static io.stockpile.pipeline.testing.Outcomes.HELD;
import static io.stockpile.pipeline.testing.Outcomes.INCOMPLETE;
import static io.stockpile.pipeline.testing.Outcomes.REFUSED;
import static io.stockpile.pipeline.testing.Outcomes.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.json.BrokenRecordException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitOutcomeTest {
  static Stream<UnitOutcome> all() {
    return Stream.of(COMMITTED, INCOMPLETE, HELD, ABSENT, REFUSED, FAILED);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatAWorkerWritesTheDriverReads(UnitOutcome outcome) throws BrokenRecordException {
    assertThat(UnitOutcome.fromJson(UNIT, "x.json", outcome.toJson())).isEqualTo(outcome);
  }

  @Test
  void anUnknownOutcomeIsRefused() {
    byte[] json = "{\"version\":1,\"outcome\":\"lost\"}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> UnitOutcome.fromJson(UNIT, "x.json", json))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageContaining("x.json")
        .hasMessageContaining("lost");
  }
}
