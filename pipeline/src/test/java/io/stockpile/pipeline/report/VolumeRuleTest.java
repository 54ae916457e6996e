package io.stockpile.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.inventory.InventoryEntry;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeRuleTest {
  private static final LocalDate MONDAY = LocalDate.of(2016, 3, 7);
  private static final Instant NOW = Instant.parse("2020-01-01T00:00:00Z");

  private final FictionalArchive.Days days =
      new FictionalArchive(NOW).days("files/message", "stocktwits/messages");

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  /**
   * Adds weeks with this many lines on each weekday, and a share of that on each day of a weekend.
   */
  private void weeks(int weeks, long lines, double weekend) {
    Random random = new Random(weeks);
    LocalDate end = MONDAY.plusWeeks(weeks);
    for (LocalDate day = MONDAY.minusWeeks(weeks); day.isBefore(end); day = day.plusDays(1)) {
      double share = isWeekend(day) ? weekend : 1;
      days.complete(day, Math.round(lines * share * (0.8 + 0.4 * random.nextDouble())));
    }
  }

  private List<Finding> found() {
    return ArchiveReport.of(days.end().facts()).findings().stream()
        .filter(one -> one.rule() == Rule.VOLUME_LOW || one.rule() == Rule.VOLUME_HIGH)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, 0.25, 0.1, 0.02, 0})
  void ordinaryWeeksAreNotNamedHoweverQuietTheirWeekendsAre(double weekend) {
    weeks(20, 5_000, weekend);

    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, 0.25, 0.1, 0.02, 0})
  void aWeekdayWithATwentiethNeedsAHand(double weekend) {
    weeks(20, 5_000, weekend);
    days.complete(MONDAY, 250);

    assertThat(found())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.VOLUME_LOW);
              assertThat(finding.severity()).isEqualTo(Severity.ACT);
              assertThat(finding.message()).contains("2016-03-07 has 250 lines", "other Mondays");
              assertThat(finding.command()).endsWith("--onExisting=replace");
            });
  }

  @Test
  void aWeekdayAsQuietAsAWeekendIsOnlyNoted() {
    weeks(20, 5_000, 0.2);
    days.complete(MONDAY, 950);

    assertThat(found()).singleElement().extracting(Finding::severity).isEqualTo(Severity.NOTE);
  }

  @Test
  void aDayWithoutALineIsNamedThoughItIsComplete() {
    weeks(20, 5_000, 0.2);
    days.complete(MONDAY.plusDays(1), 0);

    assertThat(found()).singleElement().extracting(Finding::severity).isEqualTo(Severity.ACT);
  }

  @Test
  void manyTimesAsManyLinesAreWorthALook() {
    weeks(20, 5_000, 0.2);
    days.complete(MONDAY, 60_000);

    assertThat(found())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.VOLUME_HIGH);
              assertThat(finding.severity()).isEqualTo(Severity.LOOK);
            });
  }

  @Test
  void smallNumbersAreAllowedToSpread() {
    weeks(20, 6, 1);
    days.complete(MONDAY, 1);

    assertThat(found()).isEmpty();
  }

  @Test
  void withFewWeeksTheDaysAroundCount() {
    weeks(1, 5_000, 0.2);
    days.complete(MONDAY, 250);

    assertThat(found())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("days around");
  }

  @Test
  void aFewDaysAloneSayNothing() {
    days.complete(MONDAY, 1);
    days.complete(MONDAY.plusDays(1), 5_000);
    days.complete(MONDAY.plusDays(2), 5_000);

    assertThat(found()).isEmpty();
  }

  @Test
  void daysThatAreNotCompleteNeitherCountNorAreNamed() {
    weeks(20, 5_000, 0.2);
    for (int week = 1; week <= 3; week++) {
      days.in(MONDAY.plusWeeks(week), InventoryEntry.State.ABSENT);
      days.in(MONDAY.minusWeeks(week), InventoryEntry.State.MISSING);
    }

    assertThat(found()).isEmpty();
  }
}
