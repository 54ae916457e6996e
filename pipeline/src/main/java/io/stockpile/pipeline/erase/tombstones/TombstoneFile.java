package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.parquet.ColumnScan;
import io.stockpile.pipeline.parquet.ColumnValues;
import io.stockpile.pipeline.parquet.ColumnarFile;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes and reads a list as a Parquet file, ordered by kind, cause and id. */
final class TombstoneFile {
  private static final TableSchema TABLE = table();
  private static final List<String> COLUMNS = TABLE.leaves().stream().map(Leaf::dotted).toList();

  private TombstoneFile() {}

  private static TableSchema table() {
    try (InputStream in = TombstoneFile.class.getResourceAsStream("tombstones.json")) {
      if (in == null) {
        throw new IllegalStateException("tombstones.json is not in the jar");
      }
      return Tables.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("tombstones.json cannot be read", e);
    }
  }

  /** Writes a list and completes the file. */
  static PendingObject write(ObjectStore store, String key, TombstoneList list) throws IOException {
    try (ColumnarFile file = new ColumnarFile(TABLE, WriterSettings.defaults(), store.stage(key))) {
      ShreddedRecord record = new ShreddedRecord();
      for (Map.Entry<TombstoneGroup.Key, TombstoneGroup> group : list.groups().entrySet()) {
        byte[] kind = bytes(group.getKey().kind().label());
        byte[] cause = bytes(group.getKey().cause().label());
        for (int index = 0; index < group.getValue().size(); index++) {
          TombstoneGroup.Entry entry = group.getValue().entry(index);
          record.begin(new byte[0]);
          addText(record, 0, kind);
          addText(record, 1, cause);
          record.addNumber(2, 0, 0, entry.id());
          record.addNumber(3, 0, 0, entry.upTo());
          record.addNumber(4, 0, 0, entry.at());
          record.addNumber(5, 0, 0, entry.standing() ? 1 : 0);
          record.addNumber(6, 0, 0, entry.list());
          addText(record, 7, bytes(entry.origin().label()));
          file.write(record);
        }
      }
      PendingObject pending = file.finish().pending();
      store.complete(pending);
      return pending;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void addText(ShreddedRecord record, int column, byte[] text) {
    int at = record.reserveScratch(text.length);
    System.arraycopy(text, 0, record.scratch(), at, text.length);
    record.addScratch(column, 0, 0, at, text.length);
  }

  /**
   * Reads a list back.
   *
   * @throws IOException when the file cannot be read, or has words that this version does not know
   */
  static TombstoneList read(ObjectStore store, String key, int number) throws IOException {
    Map<TombstoneGroup.Key, TombstoneGroup.Builder> builders = new HashMap<>();
    Words<Reason.Kind> kinds = new Words<>(key, Reason.Kind.values(), Reason.Kind::label);
    Words<Cause> causes = new Words<>(key, Cause.values(), Cause::label);
    Words<TombstoneEvent.Origin> origins =
        new Words<>(key, TombstoneEvent.Origin.values(), TombstoneEvent.Origin::label);
    try (ColumnScan scan = ColumnScan.open(store, key)) {
      while (scan.nextRowGroup()) {
        scan.read(COLUMNS);
        ColumnValues[] columns = new ColumnValues[COLUMNS.size()];
        for (int column = 0; column < columns.length; column++) {
          String name = COLUMNS.get(column);
          columns[column] =
              scan.column(name)
                  .orElseThrow(() -> new IOException(key + " has no column '" + name + "'"));
        }
        for (long row = 0; row < scan.rows(); row++) {
          for (ColumnValues column : columns) {
            column.next();
          }
          TombstoneGroup.Key group =
              new TombstoneGroup.Key(kinds.of(columns[0].bytes()), causes.of(columns[1].bytes()));
          builders
              .computeIfAbsent(group, any -> new TombstoneGroup.Builder(1024))
              .add(
                  new TombstoneGroup.Entry(
                      columns[2].number(),
                      columns[3].number(),
                      columns[4].number(),
                      columns[5].truth(),
                      Math.toIntExact(columns[6].number()),
                      origins.of(columns[7].bytes())));
        }
      }
    }
    Map<TombstoneGroup.Key, TombstoneGroup> groups = new HashMap<>();
    builders.forEach((group, builder) -> groups.put(group, builder.build()));
    return new TombstoneList(number, groups);
  }

  /** Translates the words of a column to the values that they stand for. */
  private static final class Words<T> {
    private final String key;
    private final T[] values;
    private final byte[][] words;

    Words(String key, T[] values, Function<T, String> word) {
      this.key = key;
      this.values = values;
      this.words = Arrays.stream(values).map(word).map(TombstoneFile::bytes).toArray(byte[][]::new);
    }

    T of(byte[] word) throws IOException {
      for (int at = 0; at < words.length; at++) {
        if (Arrays.equals(words[at], word)) {
          return values[at];
        }
      }
      throw new IOException(
          key
              + " says '"
              + new String(word, StandardCharsets.UTF_8)
              + "', which this program does not know; use the program's version that wrote it, or"
              + " a newer one");
    }
  }
}
