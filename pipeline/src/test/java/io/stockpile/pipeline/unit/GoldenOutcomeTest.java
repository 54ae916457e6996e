package io.stockpile.pipeline.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.GoldenFile;
import io.stockpile.pipeline.manifest.LineCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenOutcomeTest {
  private static final String KEY = "_runs/run-1/x.json";
  private static final FirestreamUnit UNIT =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5));
  private static final DerivedSummary BUILT =
      new DerivedSummary(
          new LineCounts(1234, 1, 0, 1230, 1, 2),
          new TreeMap<>(Map.of("malformed_json", 1L, "date_out_of_range", 1L)),
          "_rejected/x.parquet",
          5_000_000_000L,
          2_000_000,
          List.of("a count that does not add up — “really”"));

  static Stream<Arguments> outcomes() {
    return Stream.of(
        Arguments.of("committed", new UnitOutcome.Committed(UNIT, BUILT)),
        Arguments.of(
            "nothing-new", new UnitOutcome.IncompleteUnit(UNIT, DerivedSummary.NOTHING, "2 are")),
        Arguments.of("incomplete", new UnitOutcome.IncompleteUnit(UNIT, BUILT, "2 are missing")),
        Arguments.of(
            "cut",
            new UnitOutcome.CutUnit(UNIT, BUILT, JobResult.FAILED, "page 3 is out of order")),
        Arguments.of("held", new UnitOutcome.AlreadyHeld(UNIT, "")),
        Arguments.of(
            "absent",
            new UnitOutcome.AbsentUnit(
                UNIT, "404", Instant.parse("2016-12-07T00:00:00Z"), 3, true)),
        Arguments.of("refused", new UnitOutcome.RefusedUnit(UNIT, 401, "refused")),
        Arguments.of("failed", new UnitOutcome.FailedUnit(UNIT, "broke \"off\"\n at once")));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void everyOutcomeIsWrittenAndReadAsEver(String name, UnitOutcome outcome) throws IOException {
    String file = "outcome-" + name + ".json";

    GoldenFile.hold(file, outcome.toJson());
    assertThat(UnitOutcome.fromJson(UNIT, KEY, GoldenFile.read(file))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "committed | \"outcome\" : \"committed\" | \"outcome\" : \"lost\" | 'outcome' should be one"
            + " of committed, incomplete, cut, held, absent, refused, failed, but it is \"lost\"",
        "committed | \"outcome\" : | \"end\" : | 'outcome' should be one of committed,"
            + " incomplete, cut, held, absent, refused, failed, but it is missing",
        "committed | \"landed_bytes\" : 5000000000 | \"landed_bytes\" : \"5\" | 'landed_bytes'"
            + " should be a whole number, but it is \"5\"",
        "committed | \"rows\" : 1230 | \"rows\" : 1230.0 | 'counts.rows' should be a whole number,"
            + " but it is 1230.0",
        "committed | \"counts\" : | \"count\" : | 'counts' should be an object, but it is missing",
        "committed | \"rows\" : 1230 | \"rows\" : 1 | The balance of lines does not hold",
        "absent | \"times\" : 3 | \"times\" : 3000000000 | 'times' should be a number of 32 bits,"
            + " but it is 3000000000",
        "absent | \"kept\" : true | \"kept\" : \"true\" | 'kept' should be true or false, but it is"
            + " \"true\"",
        "absent | \"first_seen\" : | \"seen\" : | 'first_seen' should be a text, but it is missing",
        "refused | \"status\" : | \"state\" : | 'status' should be a whole number, but it is"
            + " missing",
        "failed | \"message\" : | \"text\" : | 'message' should be a text, but it is missing",
        "failed | \"version\" : 1 | \"version\" : 3 | it has version 3 and this program knows"
            + " version 1",
      })
  void whatAnOutcomeMayNotSayIsRefusedWithItsPlace(
      String name, String found, String put, String reason) throws IOException {
    String golden = GoldenFile.text("outcome-" + name + ".json");
    assertThat(golden).contains(found);
    byte[] broken = golden.replace(found, put == null ? "" : put).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> UnitOutcome.fromJson(UNIT, KEY, broken))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageStartingWith(KEY + " cannot be read: ")
        .hasMessageContaining(reason);
  }
}
