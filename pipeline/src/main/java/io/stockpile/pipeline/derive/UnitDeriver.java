package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.lines.LandedBytesException;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LandedLines;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.util.List;

/**
 * Builds the tables of one unit from its landed bytes: lines, records, rows, pending files. What it
 * writes is a function of the landed bytes, the unit and the settings alone.
 *
 * <p>Thread-safe: every call of {@link #derive} stands alone. A call inflates on one thread of its
 * own and parses and writes on the caller's.
 */
public final class UnitDeriver {

  /** Derives a unit of which nothing is to be taken out; as below otherwise. */
  public DerivedUnit derive(
      ArchiveUnit unit,
      Generation generation,
      Vocabulary vocabulary,
      List<LandedInput> landed,
      ObjectStore store,
      DeriveSettings settings,
      DeriveProgress progress)
      throws IOException, InterruptedException {
    return derive(
        unit, generation, vocabulary, landed, LineErasing.NONE, store, settings, progress);
  }

  /**
   * Derives a unit.
   *
   * @param generation which of the unit's tables these are; their files are named after it
   * @param vocabulary what its lines speak of
   * @param landed the unit's objects; lines are numbered through all of them, in this order
   * @param erasing takes lines out, and out of lines, before they are looked at
   * @return the pending files, with a count for every line
   * @throws TooManyRejectedException when more lines were rejected than the settings allow
   * @throws LandedBytesException when an object's bytes are not those that were landed
   * @throws io.stockpile.connectors.gzip.GzipFormatException when an object is cut or damaged
   * @throws IOException when the store fails. After any exception nothing is left staged, as far as
   *     the store lets itself be told so
   * @throws InterruptedException when the calling thread is interrupted
   */
  public DerivedUnit derive(
      ArchiveUnit unit,
      Generation generation,
      Vocabulary vocabulary,
      List<LandedInput> landed,
      LineErasing erasing,
      ObjectStore store,
      DeriveSettings settings,
      DeriveProgress progress)
      throws IOException, InterruptedException {
    try (UnitDerivation derivation =
        new UnitDerivation(unit, generation, vocabulary, store, settings, progress)) {
      for (LandedInput input : landed) {
        derivation.read(input, erasing, LandedLines.CHUNK_BYTES);
      }
      return derivation.finish();
    }
  }
}
