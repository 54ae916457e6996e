package io.stockpile.pipeline.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedMeanwhileTest {
  private static final Instant START = Instant.parse("2016-06-01T00:00:00Z");
  private static final ReplayUnit UNIT =
      new ReplayUnit(
          new ReplayStream(StreamType.SAMPLE10, "acme", "prod"),
          new MinuteRange(START, START.plusSeconds(600)));

  private static Manifest manifest(boolean complete) {
    ReplayAccount account =
        new ReplayAccount(
            List.of(),
            List.of(new ReplayAccount.Minutes(UNIT.from(), UNIT.to(), complete, 1)),
            List.of(),
            null);
    ManifestContent holding =
        new ManifestContent.Derived(
            List.of(), new LineCounts(0, 0, 0, 0, 0, 0), List.of(), RejectedFile.NONE, account);
    return new Manifest(UnitCoverage.of(UNIT), 1, "0.1.0", START, holding);
  }

  @Test
  void whatAnotherRunLeftIncompleteIsNotHeld(@TempDir Path root) throws IOException {
    UnitWork work = new UnitWork(UNIT, "", new UnitWork.From.Service(false));
    try (ObjectStore store = ObjectStores.open(StoreLocation.of(root.toString()))) {
      ManifestStore manifests = new ManifestStore(store);
      assertThat(CommittedMeanwhile.planned(manifests, work)).isEmpty();

      String version = store.putIfAbsent(UNIT.manifestKey(), manifest(false).toJson());
      assertThat(CommittedMeanwhile.planned(manifests, work))
          .get()
          .extracting(UnitOutcome::result)
          .isEqualTo(JobResult.INCOMPLETE);
      assertThat(CommittedMeanwhile.planned(manifests, new UnitWork(UNIT, version, work.from())))
          .isEmpty();

      store.putIfUnchanged(UNIT.manifestKey(), manifest(true).toJson(), version);
      assertThat(CommittedMeanwhile.planned(manifests, work))
          .get()
          .extracting(UnitOutcome::result)
          .isEqualTo(JobResult.COMPLETE);
    }
  }
}
