package io.stockpile.pipeline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.testing.InMemoryStore;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final ArchiveUnit DAY =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5));
  private static final ArchiveUnit MONTH =
      new FirestreamUnit(FileType.MESSAGE, LocalDate.of(2016, 12, 1), LocalDate.of(2017, 1, 1));
  private static final ArchiveUnit ACTIVITY =
      FirestreamUnit.ofDay(FileType.ACTIVITY, LocalDate.of(2016, 12, 5));

  private final InMemoryStore store = new InMemoryStore();

  private Ledger.State state(ArchiveUnit unit) throws IOException {
    return Ledger.read(store, UnitCoverage.of(unit)).stateOf(unit);
  }

  @Test
  void anEmptyArchiveMissesEverything() throws IOException {
    assertThat(state(DAY)).isInstanceOf(Ledger.State.Missing.class);
    assertThat(Ledger.read(store, UnitCoverage.of(DAY)).versionOf(DAY)).isEmpty();
  }

  @Test
  void aCommittedUnitIsHeldAndOtherTypesAreNot() throws IOException {
    new UnitRun("run", DAY, false, 1).run(store);

    assertThat(state(DAY)).isInstanceOf(Ledger.State.Held.class);
    assertThat(state(ACTIVITY)).isInstanceOf(Ledger.State.Missing.class);
  }

  @Test
  void aMonthCoversItsDays() throws IOException {
    new UnitRun("run", MONTH, false, 1).run(store);

    assertThat(state(DAY)).isInstanceOf(Ledger.State.CoveredBy.class);
    assertThat(state(MONTH)).isInstanceOf(Ledger.State.Held.class);
    assertThat(state(FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2017, 1, 1))))
        .isInstanceOf(Ledger.State.Missing.class);
  }

  @Test
  void aMonthOfWhichADayIsHeldIsOverlapped() throws IOException {
    new UnitRun("run", DAY, false, 1).run(store);

    assertThat(state(MONTH)).isEqualTo(new Ledger.State.Overlapped(List.of(DAY.name())));
    assertThat(new UnitRun("month", MONTH, true, 1).run(store)).startsWith("Overlapped");
  }

  @Test
  void anAbsenceIsCountedAndDoesNotStandInTheWay() throws IOException {
    Instant first = Instant.parse("2016-12-06T00:00:00Z");
    new AbsenceRecorder(store, Clock.fixed(first, ZoneOffset.UTC)).record(DAY, "404", 1, "0.1.0");
    Instant second = first.plus(Duration.ofDays(1));
    new AbsenceRecorder(store, Clock.fixed(second, ZoneOffset.UTC))
        .record(DAY, "404 still", 1, "0.1.0");

    assertThat(state(DAY))
        .isEqualTo(
            new Ledger.State.KnownAbsent(
                new ManifestContent.Absent(first, second, 2, "404 still")));
    assertThat(state(MONTH)).isInstanceOf(Ledger.State.Missing.class);
    assertThat(new UnitRun("run", DAY, false, 1).run(store)).isEqualTo("Committed");
    assertThat(state(DAY)).isInstanceOf(Ledger.State.Held.class);
  }

  @Test
  void anAbsenceNeverTakesAwayWhatIsHeld() throws IOException {
    new UnitRun("run", DAY, false, 1).run(store);
    String before = store.text(DAY.manifestKey());

    Manifest manifest =
        new AbsenceRecorder(store, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
            .record(DAY, "404", 1, "0.1.0");

    assertThat(manifest.derived()).isPresent();
    assertThat(store.text(DAY.manifestKey())).isEqualTo(before);
  }

  @Test
  void aManifestThatCannotBeReadIsNotTakenForAnything() throws IOException {
    store.put(DAY.manifestKey(), "{\"version\":1".getBytes(StandardCharsets.UTF_8));

    assertThat(state(DAY)).isInstanceOf(Ledger.State.Unreadable.class);
    assertThat(state(MONTH)).isInstanceOf(Ledger.State.Overlapped.class);
  }

  @Test
  void manyManifestsAreReadTogether() throws IOException {
    for (int day = 1; day <= 20; day++) {
      ArchiveUnit unit = FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, day));
      new UnitRun("run", unit, false, 1).run(store);
    }

    assertThat(new ManifestStore(store).readAll(ManifestStore.PREFIX, key -> true)).hasSize(20);
    assertThat(state(DAY)).isInstanceOf(Ledger.State.Held.class);
  }
}
