package io.stockpile.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.ReplayAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoverageRuleTest {
  private static final Instant NOW = Instant.parse("2026-06-30T08:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 20);

  private final FictionalArchive archive = new FictionalArchive(NOW);

  private List<Finding> found() {
    return ArchiveReport.of(archive.facts()).findings();
  }

  private FictionalArchive.Days days() {
    FictionalArchive.Days days = archive.days("files/message", "stocktwits/messages");
    for (int before = 0; before < 10; before++) {
      days.complete(LocalDate.of(2026, 6, 29).minusDays(before), 100);
    }
    return days;
  }

  @Test
  void whatIsWholeAndNewIsNotNamed() {
    days().end();

    assertThat(found()).isEmpty();
  }

  @Test
  void daysThatFollowOneAnotherAreOneFinding() {
    days()
        .in(LocalDate.of(2026, 6, 22), InventoryEntry.State.MISSING)
        .in(LocalDate.of(2026, 6, 23), InventoryEntry.State.MISSING)
        .in(LocalDate.of(2026, 6, 25), InventoryEntry.State.MISSING)
        .end();

    assertThat(found()).extracting(Finding::rule).containsOnly(Rule.DAY_MISSING);
    assertThat(found())
        .extracting(Finding::command)
        .containsExactly(
            "./stockpile fetch --output=/data/archive --from=2026-06-25 --to=2026-06-26",
            "./stockpile fetch --output=/data/archive --from=2026-06-22 --to=2026-06-24");
  }

  @ParameterizedTest
  @EnumSource(
      value = InventoryEntry.State.class,
      names = {"ABSENT", "LANDED", "TORN", "UNREADABLE", "MISSING"})
  void everyStateThatIsNotCompleteNeedsAHandAndHasACommand(InventoryEntry.State state) {
    days().in(DAY.plusDays(3), state).end();

    assertThat(found())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ACT);
              assertThat(finding.message()).contains("2026-06-23");
              assertThat(finding.command()).contains("--from=2026-06-23 --to=2026-06-24");
            });
  }

  @Test
  void aSeriesThatStoppedIsNamedUnlessItIsAnOldOne() {
    archive.days("files/a", "stocktwits/messages").complete(DAY, 5).end();
    archive.days("files/b", "stocktwits/messages").complete(DAY.minusYears(3), 5).end();

    assertThat(found())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.SERIES_STOPPED);
              assertThat(finding.subject()).isEqualTo("files/a");
              assertThat(finding.command()).endsWith("--from=2026-06-21 --to=2026-06-30");
            });
  }

  private static List<ReplayAccount.Minutes> range(Instant from, long missing) {
    Instant gap = from.plus(30, ChronoUnit.MINUTES);
    return List.of(
        new ReplayAccount.Minutes(from, gap, true, 1),
        new ReplayAccount.Minutes(gap, gap.plus(missing, ChronoUnit.MINUTES), false, 3),
        new ReplayAccount.Minutes(
            gap.plus(missing, ChronoUnit.MINUTES), from.plus(2, ChronoUnit.HOURS), true, 1));
  }

  @Test
  void minutesThatCanStillBeHadComeFirstWithTheirEndAndTheRangeToAskForAgain() {
    Instant from = NOW.minus(4, ChronoUnit.DAYS);
    archive.ranges("minutes/x", List.of(range(from, 7)));
    days().in(DAY.plusDays(2), InventoryEntry.State.MISSING).end();

    Finding first = found().get(0);

    assertThat(first.rule()).isEqualTo(Rule.MINUTES_MISSING);
    assertThat(first.until()).contains(from.plus(30, ChronoUnit.MINUTES).plus(5, ChronoUnit.DAYS));
    assertThat(first.values()).containsEntry("minutes", 7L).containsEntry("of_minutes", 120L);
    assertThat(first.command()).endsWith("--from=2026-06-26T08:00Z --to=2026-06-26T10:00Z");
  }

  @Test
  void minutesThatAreForgottenAreOnlyNoted() {
    archive.ranges("minutes/x", List.of(range(NOW.minus(60, ChronoUnit.DAYS), 7)));

    assertThat(found())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.NOTE);
              assertThat(finding.command()).isEmpty();
              assertThat(finding.until()).isEmpty();
              assertThat(finding.message()).contains("cannot be had any more");
            });
    assertThat(ArchiveReport.of(archive.facts()).wantsAttention()).isFalse();
  }

  @Test
  void timeBetweenRangesIsAskedForOnlyAsFarAsItIsThere() {
    Instant old = NOW.minus(6, ChronoUnit.DAYS);
    Instant late = NOW.minus(1, ChronoUnit.DAYS);
    archive.ranges(
        "minutes/x",
        List.of(
            List.of(new ReplayAccount.Minutes(old, old.plus(1, ChronoUnit.HOURS), true, 1)),
            List.of(new ReplayAccount.Minutes(late, late.plus(1, ChronoUnit.HOURS), true, 1))));

    assertThat(found())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(Rule.RANGE_MISSING);
              assertThat(finding.command())
                  .endsWith("--from=2026-06-25T08:00Z --to=2026-06-29T08:00Z");
              assertThat(finding.until()).contains(NOW);
            });
  }
}
