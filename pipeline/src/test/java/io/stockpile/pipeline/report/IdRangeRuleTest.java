package io.stockpile.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdRangeRuleTest {
  private static final List<Finding> FOUND = SampleReports.looksWithHoles().findings();

  private static Finding only(String series, Severity severity) {
    List<Finding> found =
        FOUND.stream()
            .filter(one -> one.subject().equals(series) && one.severity() == severity)
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void whatHasNoHoleIsNotNamed() {
    assertThat(FOUND).extracting(Finding::subject).doesNotContain("looks/symbol/AAPL");
  }

  @Test
  void holesThatCanBeClosedComeWithTheCommand() {
    Finding open = only("looks/symbol/TSLA", Severity.ACT);

    assertThat(open.rule()).isEqualTo(Rule.ID_RANGE_MISSING);
    assertThat(open.message())
        .isEqualTo("Nothing is here of 2 ranges of ids: below 100000000, 600000001 to 600999999.");
    assertThat(open.command()).startsWith("./stockpile fetch ");
    assertThat(open.values())
        .isEqualTo(Map.of("holes", 2, "ids", 999_999L, "above", 0L, "below", 601_000_000L));
    assertThat(open.to()).isEqualTo(Instant.parse("2026-06-29T00:10:01Z"));
  }

  @Test
  void holesForGoodAreNotedAlone() {
    Finding gone = only("looks/symbol/TSLA", Severity.NOTE);

    assertThat(gone.message()).contains("400000001 to 429999999", "does not have them any more");
    assertThat(gone.command()).isEmpty();
    assertThat(gone.from()).isEqualTo(Instant.parse("2026-06-29T00:06:40Z"));
    assertThat(gone.to()).isEqualTo(Instant.parse("2026-06-29T00:07:10Z"));
  }

  @Test
  void hundredsOfHolesAreOneFinding() {
    Finding many = only("looks/all", Severity.ACT);

    assertThat(many.message()).startsWith("Nothing is here of 499 ranges").hasSizeLessThan(400);
  }
}
