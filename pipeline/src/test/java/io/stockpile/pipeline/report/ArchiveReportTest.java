package io.stockpile.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.report.facts.DayFacts;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchiveReportTest {

  @Test
  void aMonthWithThreeBadDaysNamesThemFirst() {
    assertThat(SampleReports.aMonthWithThreeBadDays().findings())
        .extracting(finding -> finding.rule() + " " + finding.from().toString().substring(0, 10))
        .containsExactly("DAY_ABSENT 2016-12-20", "DAY_ABSENT 2016-12-07", "VOLUME_LOW 2016-12-14");
  }

  @Test
  void daysTablesAndRejectedLinesAddUp() {
    FictionalArchive archive = new FictionalArchive(Instant.parse("2017-01-01T00:00:00Z"));
    ArchiveReport report =
        ArchiveReport.of(
            archive
                .days("files/message", "stocktwits/messages")
                .complete(LocalDate.of(2016, 1, 31), 100)
                .rejecting(LocalDate.of(2016, 2, 1), 200, 50)
                .end()
                .facts());

    assertThat(report.series().get(0).days())
        .extracting(DayFacts::lines, DayFacts::rows, DayFacts::rejected)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(100L, 100L, 0L),
            org.assertj.core.groups.Tuple.tuple(200L, 150L, 50L));
    assertThat(report.tables())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.total().rows()).isEqualTo(250);
              assertThat(table.months()).hasSize(2);
            });
    assertThat(report.rejects())
        .singleElement()
        .satisfies(reason -> assertThat(reason.lines()).isEqualTo(50));
    assertThat(report.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.LINES_REJECTED);
              assertThat(finding.message())
                  .isEqualTo("50 of 200 lines of 2016-02-01 were rejected (25.0%).");
            });
  }
}
