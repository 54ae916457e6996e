package io.stockpile.pipeline.build;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.pipeline.derive.DerivedUnit;
import io.stockpile.pipeline.derive.RejectedLines;
import io.stockpile.pipeline.erase.UnitErasure;
import io.stockpile.pipeline.parquet.TableFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pending table files of one unit; readers of the archive do not see them yet.
 *
 * @param erasure what was erased from its lines
 */
public record Built(DerivedUnit derived, UnitErasure erasure) {

  /** All pending files, that of the rejected lines included. */
  public List<PendingObject> pending() {
    return Stream.concat(
            derived.files().stream().map(TableFile::pending),
            derived.rejected().map(RejectedLines::pending).stream())
        .toList();
  }

  /** Discards all files. */
  public void throwAway(ObjectStore store) throws IOException {
    for (PendingObject file : pending()) {
      store.abort(file);
    }
  }
}
