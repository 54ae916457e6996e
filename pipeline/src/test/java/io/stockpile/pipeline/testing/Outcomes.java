package io.stockpile.pipeline.testing;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.unit.DerivedSummary;
import io.stockpile.pipeline.unit.UnitOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Outcomes of most kinds, of the same unit. */
public final class Outcomes {
  public static final FirestreamUnit UNIT =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5));
  public static final DerivedSummary BUILT =
      new DerivedSummary(
          new LineCounts(1234, 1, 0, 1230, 1, 2),
          new TreeMap<>(Map.of("malformed_json", 2L)),
          "_rejected/x.parquet",
          1_000_000,
          2_000_000,
          List.of("a count that does not add up"));
  public static final UnitOutcome COMMITTED = new UnitOutcome.Committed(UNIT, BUILT);
  public static final UnitOutcome INCOMPLETE =
      new UnitOutcome.IncompleteUnit(UNIT, BUILT, "2 minutes are missing");
  public static final UnitOutcome HELD = new UnitOutcome.AlreadyHeld(UNIT, "");
  public static final UnitOutcome ABSENT =
      new UnitOutcome.AbsentUnit(UNIT, "404", Instant.parse("2016-12-07T00:00:00Z"), 3, false);
  public static final UnitOutcome REFUSED = new UnitOutcome.RefusedUnit(UNIT, 401, "refused");
  public static final UnitOutcome FAILED = new UnitOutcome.FailedUnit(UNIT, "broke \"off\"");

  private Outcomes() {}
}
