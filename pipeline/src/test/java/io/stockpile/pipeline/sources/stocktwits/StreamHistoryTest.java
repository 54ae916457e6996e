package io.stockpile.pipeline.sources.stocktwits;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.manifest.SweepAccount;
import io.stockpile.pipeline.manifest.SweepAccount.End;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamHistoryTest {
  private static Span span(String sweep, long bottom, long top, End end) {
    return new Span(sweep, bottom, top, false, end == End.END, end, Optional.empty());
  }

  private static StreamHistory of(Span... spans) {
    return new StreamHistory(List.of(spans));
  }

  @Test
  void sweepsThatMeetLeaveNoHole() {
    StreamHistory history =
        of(span("b", 90, 200, End.MET), span("a", 10, 100, End.END), span("c", 200, 300, End.MET));

    assertThat(history.holes()).isEmpty();
    assertThat(history.newest()).isEqualTo(300);
    assertThat(history.holding(100)).hasValue("b");
    assertThat(history.holding(20)).hasValue("a");
  }

  @Test
  void holesAreToldOldestFirst() {
    StreamHistory history =
        of(span("a", 50, 100, End.CUT), span("b", 150, 200, End.CUT), span("c", 250, 300, End.CUT));

    assertThat(history.holes())
        .containsExactly(
            new IdHistory.Gap(0, 50, false),
            new IdHistory.Gap(100, 150, false),
            new IdHistory.Gap(200, 250, false));
    assertThat(history.newestBelow(250)).isEqualTo(200);
  }

  @Test
  void aHoleIsForGoodOnlyWhenItWasAskedFor() {
    Span first = span("a", 10, 100, End.END);
    Span later = span("b", 150, 200, End.END);
    Optional<Span> asked =
        Span.of("c", new SweepAccount("s", null, null, null, 1, false, 0, End.END, 150L, null));

    assertThat(of(first, later).holes()).containsExactly(new IdHistory.Gap(100, 150, false));
    assertThat(of(first, later, asked.orElseThrow()).holes())
        .containsExactly(new IdHistory.Gap(100, 150, true));
  }

  @Test
  void peopleAreShownRangesAndHolesOldestFirst() {
    Instant written = Instant.parse("2016-12-09T00:00:00Z");
    String first = "20161210T120000000Z";
    String second = "20161210T130000000Z";
    IdHistory ids =
        of(
                new Span(first, 50, 100, false, true, End.END, Optional.of(written)),
                span(second, 150, 200, End.CUT))
            .ids();

    assertThat(ids.held())
        .containsExactly(
            new IdHistory.Range(50, 100, 1, SweepUnit.begun(first), Optional.of(written)),
            new IdHistory.Range(150, 200, 1, SweepUnit.begun(second), Optional.empty()));
    assertThat(ids.gaps()).containsExactly(new IdHistory.Gap(100, 150, false));
  }

  @Test
  void whatWasNotAskedForBecauseOfTheFirstDayIsNoHole() {
    StreamHistory history = of(span("a", 50, 100, End.FROM));

    assertThat(history.holes()).isEmpty();
    assertThat(history.leftAtFrom()).hasValue(50L);
  }

  @Test
  void aSweepThatGoesOnAndMeetsNothingLeavesNoHole() {
    assertThat(of(span("a", 50, 100, End.CUT).downTo(0)).holes()).isEmpty();
  }

  @Test
  void aSweepWithoutIdsSaysNothing() {
    assertThat(
            Span.of("a", new SweepAccount("s", null, null, null, 1, false, 3, End.END, null, null)))
        .isEmpty();
    assertThat(of().newest()).isZero();
  }
}
