package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.lines.LineSource;
import io.stockpile.pipeline.parquet.ColumnarFile;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.pipeline.records.RejectReason;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps the rejected lines of a unit, and counts the reasons. The file begins with the first. */
final class RejectedWriter implements AutoCloseable {
  private static final TableSchema TABLE = Tables.REJECTED;
  private static final int SOURCE_UNIT = leaf("source_unit");
  private static final int SOURCE_LINE = leaf("source_line");
  private static final int REASON = leaf("reason");
  private static final int DETAIL = leaf("detail");
  private static final int LINE_BYTES = leaf("line_bytes");
  private static final int RAW = leaf("raw");
  private static final int EXAMPLE_CHARACTERS = 300;

  /** What a terminal might obey, or what hides or ends a line. */
  private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private final ArchiveUnit unit;
  private final String key;
  private final ObjectStore store;
  private final WriterSettings settings;
  private final ShreddedRecord record = new ShreddedRecord();
  private final Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
  private final SortedMap<String, Long> firstLines = new TreeMap<>();
  private ColumnarFile file;
  private long rows;
  private String example = "";

  RejectedWriter(
      ArchiveUnit unit, Generation generation, ObjectStore store, WriterSettings settings) {
    this.unit = unit;
    this.key = generation.ofKey(unit.rejectedKey());
    this.store = store;
    this.settings = settings;
  }

  private static int leaf(String name) {
    return TABLE.leaves().stream()
        .filter(leaf -> leaf.path().equals(List.of(name)))
        .findFirst()
        .map(Leaf::index)
        .orElseThrow();
  }

  void write(LineSource line, long number, RejectReason reason, String detail) throws IOException {
    if (file == null) {
      file = new ColumnarFile(TABLE, settings, store.stage(key));
      example = example(line, number, reason, detail);
    }
    record.begin(line.bytes());
    addText(SOURCE_UNIT, 0, unit.name());
    record.addNumber(SOURCE_LINE, 0, 0, number);
    addText(REASON, 0, reason.label());
    addText(DETAIL, 1, detail);
    record.addNumber(LINE_BYTES, 0, 0, line.lineBytes());
    record.addSlice(RAW, 0, 0, line.from(), line.to() - line.from());
    file.write(record);
    rows++;
    reasons.merge(reason, 1L, Long::sum);
    firstLines.putIfAbsent(reason.label(), number);
  }

  private void addText(int column, int definition, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int at = record.reserveScratch(utf8.length);
    System.arraycopy(utf8, 0, record.scratch(), at, utf8.length);
    record.addScratch(column, 0, definition, at, utf8.length);
  }

  private static String example(LineSource line, long number, RejectReason reason, String detail) {
    int length = Math.min(line.to() - line.from(), EXAMPLE_CHARACTERS);
    String text = new String(line.bytes(), line.from(), length, StandardCharsets.UTF_8);
    String said = "line %d, %s (%s): %s".formatted(number, reason.label(), detail, text);
    return NOT_SHOWN.matcher(said).replaceAll("\uFFFD");
  }

  long rows() {
    return rows;
  }

  /** How many lines were rejected for each reason. */
  SortedMap<String, Long> reasons() {
    SortedMap<String, Long> counts = new TreeMap<>();
    reasons.forEach((reason, count) -> counts.put(reason.label(), count));
    return counts;
  }

  /**
   * The beginning of the first rejected line, for people: on one line, with U+FFFD for what is no
   * text; empty when there is none.
   */
  String example() {
    return example;
  }

  Optional<RejectedLines> finish() throws IOException {
    if (file == null) {
      return Optional.empty();
    }
    return Optional.of(new RejectedLines(file.finish().pending(), rows, reasons(), firstLines));
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
