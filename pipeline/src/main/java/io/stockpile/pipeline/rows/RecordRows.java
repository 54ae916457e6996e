package io.stockpile.pipeline.rows;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;

/** Puts records that were taken apart together again, as rows of Beam. Not thread-safe. */
public final class RecordRows {
  private final RecordCursors cursors;
  private final Assembly.OfGroup root;

  public RecordRows(TableSchema table) {
    cursors = new RecordCursors(table.leaves().toArray(new Leaf[0]));
    root = Assembly.OfGroup.root(table.fields(), RowSchemas.of(table));
  }

  public Schema schema() {
    return root.schema();
  }

  /** The row of a record that has all its columns. Keeps nothing of the record. */
  public Row of(ShreddedRecord record) {
    cursors.begin(record);
    return root.row(cursors);
  }
}
