package io.stockpile.pipeline.summary;

import static io.stockpile.pipeline.testing.Outcomes.ABSENT;
import static io.stockpile.pipeline.testing.Outcomes.COMMITTED;
import static io.stockpile.pipeline.testing.Outcomes.FAILED;
import static io.stockpile.pipeline.testing.Outcomes.HELD;
import static io.stockpile.pipeline.testing.Outcomes.INCOMPLETE;
import static io.stockpile.pipeline.testing.Outcomes.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitOutcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
  private static JobResult result(UnitOutcome... outcomes) {
    return new RunSummary(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            source -> "")
        .print("asked", "root", List.of(outcomes), Duration.ofSeconds(3));
  }

  @Test
  void theWorstEndIsTheJobs() {
    assertThat(result()).isEqualTo(JobResult.COMPLETE);
    assertThat(result(COMMITTED, HELD)).isEqualTo(JobResult.COMPLETE);
    assertThat(result(COMMITTED, ABSENT)).isEqualTo(JobResult.INCOMPLETE);
    assertThat(result(COMMITTED, INCOMPLETE)).isEqualTo(JobResult.INCOMPLETE);
    assertThat(result(FAILED, ABSENT, COMMITTED)).isEqualTo(JobResult.FAILED);
    assertThat(result(FAILED, REFUSED, ABSENT)).isEqualTo(JobResult.REFUSED);
  }

  @Test
  void theSummaryEndsWithWhatIsMissing() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RunSummary(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            source -> source + " may have it later. The same command asks again.")
        .print("Backfill", "s3://b/a", List.of(COMMITTED, ABSENT), Duration.ofSeconds(75));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "warning firestream-message-2016-12-05: a count that does not add up"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "firestream-message-2016-12-05: 2 of 1,234 lines rejected"
                            + " {malformed_json=2}; they lie in _rejected/x.parquet"),
            line -> assertThat(line).isEqualTo("absent  firestream-message-2016-12-05: 404"),
            line ->
                assertThat(line).isEqualTo("Backfill in s3://b/a: 2 units: 1 committed, 1 absent."),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "1,230 rows, 1 duplicate left out, 2 rejected; 2.0 MB written from 1.0 MB"
                            + " landed, in 1 min 15 s."),
            line -> assertThat(line).startsWith("Incomplete"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "  message 2016-12-05: seen first at 2016-12-07T00:00:00Z, 3 times by now"),
            line ->
                assertThat(line)
                    .isEqualTo("firestream may have it later. The same command asks again."));
  }
}
