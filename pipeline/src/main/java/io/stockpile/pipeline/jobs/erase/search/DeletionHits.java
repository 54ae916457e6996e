package io.stockpile.pipeline.jobs.erase.search;

import io.stockpile.pipeline.erase.text.DeletionLine;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.erase.tombstones.TombstoneIds;
import io.stockpile.pipeline.parquet.ColumnScan;
import io.stockpile.pipeline.parquet.ColumnValues;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for users to erase in rows about deletions whose column did not take the user's id: the
 * user's name stands beside it.
 */
final class DeletionHits {
  private static final String BESIDE = "extra";

  private final TombstoneIds ids;

  DeletionHits(TombstoneIds ids) {
    this.ids = ids;
  }

  /** Marks such rows of the scan's row group. */
  void mark(ColumnScan scan, BitSet hits) throws IOException {
    if (scan.facts(BESIDE).filter(facts -> !facts.isAllNull()).isEmpty()) {
      return;
    }
    scan.read(List.of(BESIDE));
    ColumnValues values = scan.column(BESIDE).orElseThrow();
    while (values.next()) {
      if (!values.isNull()
          && DeletionLine.listed(values.bytes(), "user_id").stream()
              .anyMatch(id -> ids.contains(Reason.Kind.STOCKTWITS_USER, id))) {
        hits.set(values.row());
      }
    }
  }
}
