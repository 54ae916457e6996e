package io.stockpile.pipeline.beam;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.derive.DeriveProgress;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.derive.LineErasing;
import io.stockpile.pipeline.derive.LineSink;
import io.stockpile.pipeline.derive.UnitLines;
import io.stockpile.pipeline.erase.IdsToErase;
import io.stockpile.pipeline.erase.UnitErasure;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.rows.RecordRows;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.Row;

/**
 * Reads a unit's landed bytes and outputs the rows of one table, without what the store's
 * tombstones say is to be erased.
 */
final class LandedRowsFn extends DoFn<LandedUnit, Row> {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final DeriveSettings settings;
  private final StoreLocation location;
  private transient ObjectStore store;
  private transient IdsToErase toErase;
  private transient RecordRows rows;

  LandedRowsFn(String table, DeriveSettings settings, StoreLocation location) {
    this.table = table;
    this.settings = settings;
    this.location = location;
  }

  @Setup
  public void open() throws IOException {
    store = ObjectStores.open(location);
    toErase = new IdsToErase(store);
    rows = new RecordRows(Tables.named(table));
  }

  @ProcessElement
  public void read(@Element LandedUnit landed, OutputReceiver<Row> output)
      throws IOException, InterruptedException {
    UnitLines lines = new UnitLines(landed.unit(), landed.vocabulary(), settings, new Rows(output));
    LineErasing erasing = new UnitErasure(landed.vocabulary(), toErase.now());
    for (LandedInput input : landed.inputs()) {
      lines.read(store, input, erasing, DeriveProgress.NONE);
    }
    lines.counts();
  }

  @Teardown
  public void close() throws IOException {
    if (store != null) {
      store.close();
    }
  }

  private final class Rows implements LineSink {
    private final OutputReceiver<Row> output;

    Rows(OutputReceiver<Row> output) {
      this.output = output;
    }

    @Override
    public void row(TableSchema of, ShreddedRecord record, long epochDay) {
      put(of, record);
    }

    @Override
    public void rejected(ShreddedRecord record) {
      put(Tables.REJECTED, record);
    }

    private void put(TableSchema of, ShreddedRecord record) {
      if (of.name().equals(table)) {
        output.output(rows.of(record));
      }
    }
  }
}
