package io.stockpile.pipeline.parquet;

import io.stockpile.schemas.TableSchema;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The row group writers that finished files have left. With their buffers the next file of the same
 * table need not let its own grow, value by value, from nothing. They make no difference to what is
 * written.
 *
 * <p>A writer whose buffers are larger than two row groups, because of long values, is not kept:
 * what different units need would add up. The others are held softly, so the JVM drops them before
 * its memory runs out. Thread-safe.
 */
public final class SpareRowGroups {
  private final Map<Kind, List<SoftReference<RowGroupWriter>>> spares = new HashMap<>();

  private record Kind(TableSchema table, WriterSettings settings) {}

  /** The spare writer with the largest buffers, or a new one. */
  RowGroupWriter take(TableSchema table, WriterSettings settings) {
    return largest(new Kind(table, settings)).orElseGet(() -> new RowGroupWriter(table, settings));
  }

  private synchronized Optional<RowGroupWriter> largest(Kind kind) {
    List<SoftReference<RowGroupWriter>> left = of(kind);
    Optional<RowGroupWriter> largest =
        left.stream()
            .map(SoftReference::get)
            .filter(Objects::nonNull)
            .max(Comparator.comparingLong(RowGroupWriter::capacityBytes));
    left.removeIf(spare -> spare.refersTo(null) || spare.refersTo(largest.orElse(null)));
    return largest;
  }

  /** Takes a writer whose file is finished, and keeps it if its buffers are not too large. */
  synchronized void add(TableSchema table, WriterSettings settings, RowGroupWriter writer) {
    if (writer.capacityBytes() <= 2 * settings.rowGroupBytes()) {
      of(new Kind(table, settings)).add(new SoftReference<>(writer));
    }
  }

  private List<SoftReference<RowGroupWriter>> of(Kind kind) {
    return spares.computeIfAbsent(kind, added -> new ArrayList<>());
  }
}
