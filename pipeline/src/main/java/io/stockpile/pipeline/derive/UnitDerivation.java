package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.TextOpener;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.parquet.SpareRowGroups;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of deriving one unit: its files and counts so far. Not thread-safe. */
final class UnitDerivation implements LineSink, AutoCloseable {
  private final ArchiveUnit unit;
  private final Generation generation;
  private final DeriveProgress progress;
  private final ObjectStore store;
  private final UnitLines lines;
  private final RowWriter rows;
  private final RejectedWriter rejected;
  private final List<LandedFacts> landed = new ArrayList<>();

  UnitDerivation(
      ArchiveUnit unit,
      Generation generation,
      Vocabulary vocabulary,
      ObjectStore store,
      DeriveSettings settings,
      SpareRowGroups spares,
      DeriveProgress progress) {
    this.unit = unit;
    this.generation = generation;
    this.store = store;
    this.progress = progress;
    lines = new UnitLines(unit, vocabulary, settings, this);
    rows = new RowWriter(unit, generation, store, settings.writer(), spares);
    rejected = new RejectedWriter(unit, generation, store, settings.writer());
  }

  void read(TextOpener texts, LandedInput input, LineErasing erasing, int chunkBytes)
      throws IOException, InterruptedException {
    landed.add(lines.read(texts, input, erasing, chunkBytes, progress));
  }

  @Override
  public void row(TableSchema table, ShreddedRecord record, long epochDay) throws IOException {
    rows.write(table, record, epochDay);
  }

  @Override
  public void rejected(ShreddedRecord record) throws IOException {
    rejected.write(record);
  }

  /**
   * Finishes all files. After an exception none is finished; {@link #close} discards what is left.
   */
  DerivedUnit finish() throws IOException {
    LineCounts counts = lines.counts();
    Optional<RejectedLines> rejectedFile = rejected.finish(lines.rejected());
    try {
      return new DerivedUnit(
          unit, generation, landed, counts, rows.finish(), rejectedFile.orElse(null));
    } catch (IOException | RuntimeException | Error e) {
      if (rejectedFile.isPresent()) {
        Aborts.abort(store, rejectedFile.get().pending(), e);
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (rejected) {
      rows.close();
    }
  }
}
