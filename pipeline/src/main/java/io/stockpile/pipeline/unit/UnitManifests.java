package io.stockpile.pipeline.unit;

import io.stockpile.connectors.store.PendingObject;
import io.stockpile.pipeline.derive.DerivedUnit;
import io.stockpile.pipeline.derive.RejectedLines;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.OtherIds;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.manifest.UnitAccount;
import io.stockpile.pipeline.manifest.UnitCoverage;
import io.stockpile.pipeline.manifest.Versions;
import io.stockpile.pipeline.parquet.TableFile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the manifest of a unit that was derived. */
final class UnitManifests {
  private UnitManifests() {}

  static Manifest of(
      DerivedUnit derived,
      Optional<UnitAccount> account,
      Optional<OtherIds> otherIds,
      Instant now) {
    List<DataFile> files = new ArrayList<>();
    for (TableFile file : derived.files()) {
      PendingObject pending = file.pending();
      files.add(
          new DataFile(
              pending.key(),
              file.table(),
              file.date(),
              file.rows(),
              pending.bytes(),
              pending.sha256(),
              file.minId(),
              file.maxId()));
    }
    RejectedFile rejected = derived.rejected().map(UnitManifests::file).orElse(RejectedFile.NONE);
    return new Manifest(
        UnitCoverage.of(derived.unit()),
        Versions.schema(),
        Versions.product(),
        now.truncatedTo(ChronoUnit.MILLIS),
        new ManifestContent.Derived(
            derived.generation(),
            derived.landed(),
            derived.counts(),
            files,
            rejected,
            account,
            otherIds));
  }

  private static RejectedFile file(RejectedLines rejected) {
    PendingObject pending = rejected.pending();
    return new RejectedFile(
        pending.key(),
        rejected.rows(),
        pending.bytes(),
        pending.sha256(),
        rejected.reasons(),
        rejected.firstLines());
  }
}
