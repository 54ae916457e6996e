package io.stockpile.pipeline.rows;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.TableSchema;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;

/** Turns shredded records into rows of Beam. Not thread-safe. */
public final class RecordRows {
  private final RecordCursors cursors;
  private final Assembly.OfGroup root;

  public RecordRows(TableSchema table) {
    cursors = new RecordCursors(table);
    root = Assembly.OfGroup.root(table.fields(), RowSchemas.of(table));
  }

  public Schema schema() {
    return root.schema();
  }

  /** The row of a record whose columns are all filled. Nothing of the record is kept. */
  public Row of(ShreddedRecord record) {
    cursors.begin(record);
    return root.row(cursors);
  }
}
