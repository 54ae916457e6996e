package io.stockpile.pipeline.sources.stocktwits;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.connectors.testing.InMemoryStore;
import io.stockpile.connectors.testing.ScriptedStore;
import io.stockpile.connectors.testing.StoreScript;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.manifest.SweepAccount;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepNotesTest {
  private static final ApiStream STREAM = ApiStream.parse("symbol/AAPL");
  private static final Instant START = Instant.parse("2016-12-10T12:00:00Z");
  private static final String NOTES = "_sweeps/stocktwits-api/symbol/AAPL.json";
  private static final int SWEEPS = 100;

  private final InMemoryStore archive = new InMemoryStore();

  private static SweepUnit unit(int hour) {
    return new SweepUnit(STREAM, START.plusSeconds(3600L * hour));
  }

  private void put(int hour, long newest, String product) {
    SweepAccount account =
        new SweepAccount(
            "symbol/AAPL",
            newest,
            newest - 10,
            null,
            1,
            true,
            0,
            SweepAccount.End.CUT,
            null,
            START);
    Manifest manifest =
        new Manifest(
            UnitCoverage.of(unit(hour)),
            1,
            product,
            START,
            new ManifestContent.Derived(
                Generation.FIRST,
                List.of(new LandedFacts("l", 1, "0".repeat(64), 1, 1, 1)),
                new LineCounts(0, 0, 0, 0, 0, 0),
                List.of(),
                RejectedFile.NONE,
                Optional.of(account)));
    archive.put(unit(hour).manifestKey(), manifest.toJson());
  }

  @BeforeEach
  void aHundredSweeps() {
    for (int hour = 0; hour < SWEEPS; hour++) {
      put(hour, 100L * (hour + 1), "0.1.0");
    }
  }

  private List<SweepNotes.Committed> read(boolean mayWrite) throws IOException {
    return new SweepNotes(archive, STREAM).read(mayWrite);
  }

  private int callsOfARead() throws IOException {
    ScriptedStore counted = new ScriptedStore(archive, new StoreScript() {});
    new SweepNotes(counted, STREAM).read(true);
    return counted.calls();
  }

  @Test
  void whatIsNotedIsWhatTheManifestsSay() throws IOException {
    List<SweepNotes.Committed> first = read(true);

    assertThat(callsOfARead()).isLessThan(6);
    assertThat(read(true)).isEqualTo(first);
    assertThat(first).hasSize(SWEEPS).allMatch(sweep -> sweep.span().isPresent());
  }

  @Test
  void whoMayNotWriteWritesNothing() throws IOException {
    read(false);

    assertThat(archive.keys()).doesNotContain(NOTES);
  }

  @Test
  void aSweepWhoseManifestIsGoneCountsForNothing() throws IOException {
    read(true);
    archive.delete(unit(3).manifestKey());

    assertThat(read(true))
        .extracting(SweepNotes.Committed::unit)
        .doesNotContain(unit(3))
        .hasSize(99);
  }

  @Test
  void aManifestThatWasReplacedIsReadAgain() throws IOException {
    read(true);
    put(3, 99_999, "0.1.0-of-another-size");

    assertThat(read(true))
        .anyMatch(sweep -> sweep.unit().equals(unit(3)) && sweep.span().get().top() == 99_999);
  }

  @Test
  void aManifestThatCannotBeReadIsNoSpanAndNoFailure() throws IOException {
    archive.put(unit(3).manifestKey(), "{".getBytes(StandardCharsets.UTF_8));

    assertThat(read(true))
        .contains(new SweepNotes.Committed(unit(3), false, Optional.empty()))
        .hasSize(SWEEPS);
  }

  @Test
  void notesThatCannotBeReadAreWrittenAnew() throws IOException {
    List<SweepNotes.Committed> before = read(true);
    archive.put(NOTES, "{\"version\":1,".getBytes(StandardCharsets.UTF_8));

    assertThat(read(true)).isEqualTo(before);
    assertThat(callsOfARead()).isLessThan(6);
  }
}
