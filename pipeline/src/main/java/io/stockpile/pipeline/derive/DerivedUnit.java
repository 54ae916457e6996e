package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.parquet.TableFile;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A unit whose table files are written and staged. Every line is counted; readers of the archive
 * see nothing of it before it is committed.
 *
 * @param generation the generation in the names of its files
 * @param landed the objects it was derived from, in order
 * @param files the pending table files, in the order of their keys; empty for a unit without rows
 * @param rejectedFile the pending file of rejected lines, or null when no line was rejected
 */
public record DerivedUnit(
    ArchiveUnit unit,
    Generation generation,
    List<LandedFacts> landed,
    LineCounts counts,
    List<TableFile> files,
    RejectedLines rejectedFile)
    implements Serializable {
  public DerivedUnit {
    landed = List.copyOf(landed);
    files = List.copyOf(files);
  }

  /** The same unit with {@code changed} in place of the landed objects that it was derived from. */
  public DerivedUnit withLanded(List<LandedFacts> changed) {
    return new DerivedUnit(unit, generation, changed, counts, files, rejectedFile);
  }

  /** The pending file of rejected lines; empty when no line was rejected. */
  public Optional<RejectedLines> rejected() {
    return Optional.ofNullable(rejectedFile);
  }
}
