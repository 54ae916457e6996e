package io.stockpile.pipeline.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.pipeline.manifest.LineCounts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitOutcomeTest {
  private static final FirestreamUnit UNIT =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5));
  private static final DerivedSummary BUILT =
      new DerivedSummary(
          new LineCounts(1234, 1, 0, 1230, 1, 2),
          new TreeMap<>(Map.of("malformed_json", 2L)),
          "_rejected/x.parquet",
          1_000_000,
          2_000_000,
          List.of("a count that does not add up"));
  private static final UnitOutcome COMMITTED = new UnitOutcome.Committed(UNIT, BUILT);
  private static final UnitOutcome INCOMPLETE =
      new UnitOutcome.IncompleteUnit(UNIT, BUILT, "2 minutes are missing");
  private static final UnitOutcome HELD = new UnitOutcome.AlreadyHeld(UNIT, "");
  private static final UnitOutcome ABSENT =
      new UnitOutcome.AbsentUnit(UNIT, "404", Instant.parse("2016-12-07T00:00:00Z"), 3, false);
  private static final UnitOutcome REFUSED = new UnitOutcome.RefusedUnit(UNIT, 401, "refused");
  private static final UnitOutcome FAILED = new UnitOutcome.FailedUnit(UNIT, "broke \"off\"");

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
