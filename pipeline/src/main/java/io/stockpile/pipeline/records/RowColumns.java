package io.stockpile.pipeline.records;

import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import java.util.List;
import java.util.Optional;

/**
 * The indexes of those columns of a table that deriving itself reads or fills.
 *
 * @param id the record's own id; -1 when the table has none
 * @param idRequired whether every row must have an {@code id}
 * @param anyIds all columns with an id of any kind
 * @param date the time whose day is the partition
 * @param timeSource the column that says where the partition was taken from; -1 when the table has
 *     none, and then every row must have a {@code date}
 * @param format the column {@code format}; -1 when the table has none
 * @param event the kind of event; -1 when the table has none
 * @param data the column with the whole record; -1 when the table has none
 */
public record RowColumns(
    int id,
    boolean idRequired,
    int[] anyIds,
    int date,
    int timeSource,
    int format,
    int event,
    int data,
    int sourceUnit,
    int sourceLine) {

  static RowColumns of(TableSchema table) {
    return of(table, "id");
  }

  /**
   * @param idName the name of the column that identifies a record
   */
  static RowColumns of(TableSchema table, String idName) {
    boolean required =
        table.fields().stream().anyMatch(field -> field.name().equals(idName) && field.required());
    int[] ids =
        table.leaves().stream()
            .filter(leaf -> leaf.path().size() == 1)
            .filter(leaf -> leaf.dotted().equals("id") || leaf.dotted().endsWith("_id"))
            .mapToInt(Leaf::index)
            .toArray();
    return new RowColumns(
        find(table, idName).orElse(-1),
        required,
        ids,
        need(table, table.partitionColumn()),
        find(table, "time_source").orElse(-1),
        find(table, "format").orElse(-1),
        find(table, "event").orElse(-1),
        find(table, "data").orElse(-1),
        need(table, "source_unit"),
        need(table, "source_line"));
  }

  private static int need(TableSchema table, String name) {
    return find(table, name)
        .orElseThrow(
            () -> new IllegalArgumentException(table.name() + " has no scalar column " + name));
  }

  private static Optional<Integer> find(TableSchema table, String name) {
    return table.leaves().stream()
        .filter(leaf -> leaf.path().equals(List.of(name)) && leaf.maxRepetition() == 0)
        .map(Leaf::index)
        .findFirst();
  }
}
