package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.lines.LineSource;
import io.stockpile.pipeline.records.RejectReason;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns rejected lines into rows of the table {@code rejected}. */
final class RejectedColumns {
  private static final TableSchema TABLE = Tables.REJECTED;
  private static final int SOURCE_UNIT = leaf("source_unit");
  private static final int SOURCE_LINE = leaf("source_line");
  private static final int REASON = leaf("reason");
  private static final int DETAIL = leaf("detail");
  private static final int LINE_BYTES = leaf("line_bytes");
  private static final int RAW = leaf("raw");

  private final ArchiveUnit unit;
  private final ShreddedRecord record = new ShreddedRecord();

  RejectedColumns(ArchiveUnit unit) {
    this.unit = unit;
  }

  private static int leaf(String name) {
    return TABLE.leaves().stream()
        .filter(leaf -> leaf.path().equals(List.of(name)))
        .findFirst()
        .map(Leaf::index)
        .orElseThrow();
  }

  /** The row; it is valid until the next call. */
  ShreddedRecord of(LineSource line, long number, RejectReason reason, String detail) {
    record.begin(line.bytes());
    addText(SOURCE_UNIT, 0, unit.name());
    record.addNumber(SOURCE_LINE, 0, 0, number);
    addText(REASON, 0, reason.label());
    addText(DETAIL, 1, detail);
    record.addNumber(LINE_BYTES, 0, 0, line.lineBytes());
    record.addSlice(RAW, 0, 0, line.from(), line.to() - line.from());
    return record;
  }

  private void addText(int column, int definition, String text) {
    RowStamp.addText(record, column, definition, text.getBytes(StandardCharsets.UTF_8));
  }
}
