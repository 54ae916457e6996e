package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.parquet.ColumnarFile;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.util.Optional;

/** Writes the rejected lines of a unit to one file, which is opened when the first line comes. */
final class RejectedWriter implements AutoCloseable {
  private final String key;
  private final ObjectStore store;
  private final WriterSettings settings;
  private ColumnarFile file;

  RejectedWriter(
      ArchiveUnit unit, Generation generation, ObjectStore store, WriterSettings settings) {
    this.key = generation.ofKey(unit.rejectedKey());
    this.store = store;
    this.settings = settings;
  }

  void write(ShreddedRecord record) throws IOException {
    if (file == null) {
      file = new ColumnarFile(Tables.REJECTED, settings, store.stage(key));
    }
    file.write(record);
  }

  Optional<RejectedLines> finish(RejectedTally tally) throws IOException {
    if (file == null) {
      return Optional.empty();
    }
    return Optional.of(
        new RejectedLines(
            file.finish().pending(), tally.lines(), tally.reasons(), tally.firstLines()));
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
