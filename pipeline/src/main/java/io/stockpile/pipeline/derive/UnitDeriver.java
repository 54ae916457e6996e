package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.lines.LandedBytesException;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LandedLines;
import io.stockpile.pipeline.lines.LandedText;
import io.stockpile.pipeline.lines.TextOpener;
import io.stockpile.pipeline.parquet.SpareRowGroups;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.util.List;

/**
 * Builds the table files of one unit from its landed bytes. What it writes depends only on the
 * landed bytes, the unit, the settings and what is to be erased.
 *
 * <p>Thread-safe: calls of {@link #derive} share nothing but buffers that another has left. Each
 * call inflates on a thread of its own, and parses and writes on the caller's.
 */
public final class UnitDeriver {
  private final SpareRowGroups spares = new SpareRowGroups();

  /** Derives a unit of which nothing is to be erased; otherwise as the method below. */
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
   * @param generation the generation of the unit's tables; it is part of the names of their files
   * @param vocabulary whose records its lines are
   * @param landed the unit's objects; line numbers go on from one to the next, in this order
   * @param erasing empties lines, and removes values from lines, before they become anything
   * @return the pending files, with a count for every line
   * @throws TooManyRejectedException when more lines were rejected than the settings allow
   * @throws LandedBytesException when an object is not byte for byte what was landed
   * @throws io.stockpile.connectors.gzip.GzipFormatException when an object is cut or damaged
   * @throws IOException when the store fails. After any exception the staged files are discarded,
   *     as far as the store allows
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
        new UnitDerivation(unit, generation, vocabulary, store, settings, spares, progress)) {
      for (LandedInput input : landed) {
        derivation.read(TextOpener.in(store), input, erasing, LandedLines.CHUNK_BYTES);
      }
      return derivation.finish();
    }
  }

  /**
   * Derives a unit from the text of its only object while the object is landed.
   *
   * @param key the key that the object will have
   * @param text ends when the object has landed; is closed before this returns
   * @return what {@link #derive} would return for the landed object
   * @throws TooManyRejectedException as for {@link #derive}
   * @throws IOException when the store fails or the object does not land. After any exception the
   *     staged files are discarded, as far as the store allows
   * @throws InterruptedException as for {@link #derive}
   */
  public DerivedUnit deriveAlong(
      ArchiveUnit unit,
      Generation generation,
      Vocabulary vocabulary,
      String key,
      LandedText text,
      LineErasing erasing,
      ObjectStore store,
      DeriveSettings settings,
      DeriveProgress progress)
      throws IOException, InterruptedException {
    try (text;
        UnitDerivation derivation =
            new UnitDerivation(unit, generation, vocabulary, store, settings, spares, progress)) {
      LandedInput input = LandedInput.unproven(key);
      derivation.read(landed -> text, input, erasing, LandedLines.CHUNK_BYTES);
      return derivation.finish();
    }
  }
}
