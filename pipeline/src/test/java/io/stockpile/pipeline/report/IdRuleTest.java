package io.stockpile.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.report.facts.IdDay;
import io.stockpile.pipeline.report.facts.IdDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdRuleTest {
  private static final LocalDate FIRST = LocalDate.of(2016, 3, 7);

  private final List<IdDay> days = new ArrayList<>();

  /** Adds days, each with nine tenths of its thousand ids. */
  private void days(int count) {
    for (int day = 0; day < count; day++) {
      long least = 1_000L * day;
      days.add(new IdDay(FIRST.plusDays(day), least, least + 999, 900 + day % 7, 0));
    }
  }

  @Test
  void daysThatAreAlikeAreNotNamed() {
    days(60);

    assertThat(IdRule.findings(days)).isEmpty();
  }

  @Test
  void aDayThatIsThinnerThanThoseAroundIsNamed() {
    days(60);
    days.set(30, new IdDay(FIRST.plusDays(30), 30_000, 30_999, 300, 0));

    assertThat(IdRule.findings(days))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.IDS_THIN);
              assertThat(finding.message()).contains("300 of the 1,000 ids from 30000 to 30999");
            });
  }

  @Test
  void aHoleBetweenTwoDaysIsNamed() {
    days(60);
    days.set(30, new IdDay(FIRST.plusDays(30), 30_400, 30_999, 540, 400));

    assertThat(IdRule.findings(days))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.IDS_HOLE);
              assertThat(finding.message()).startsWith("400 ids, from 30000 to 30399, lie between");
            });
  }

  @Test
  void aFewDaysSayNothing() {
    days(3);
    days.set(1, new IdDay(FIRST.plusDays(1), 1_900, 1_999, 10, 900));

    assertThat(IdRule.findings(days)).isEmpty();
  }

  @Test
  void daysThatOnlyStragglersAreOfDoNotCount() {
    FictionalArchive archive = new FictionalArchive(Instant.parse("2016-04-01T00:00:00Z"));
    FictionalArchive.Days made = archive.days("files/message", IdDays.TABLE);
    for (int day = 0; day < 10; day++) {
      made.complete(FIRST.plusDays(day), 1_000);
    }
    made.straggler(FIRST, FIRST.minusDays(1));
    made.end();

    assertThat(IdDays.of(archive.facts().series()))
        .extracting(IdDay::day)
        .hasSize(10)
        .startsWith(FIRST);
  }
}
