package io.stockpile.pipeline.beam;

import io.stockpile.pipeline.rows.ColumnChoice;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the archive with the chosen columns.
 *
 * @param columns the names of the columns as users write them; empty for all
 */
record ArchiveTable(String name, List<String> columns) implements Serializable {
  ArchiveTable {
    columns = List.copyOf(columns);
  }

  static ArchiveTable named(String name) {
    TableSchema table = Tables.named(name);
    if (table.partitionColumn().isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is no table with partitions; there are %s".formatted(name, partitioned()));
    }
    return new ArchiveTable(name, List.of());
  }

  private static List<String> partitioned() {
    return Tables.all().stream()
        .filter(table -> !table.partitionColumn().isEmpty())
        .map(TableSchema::name)
        .toList();
  }

  ArchiveTable withColumns(List<String> chosen) {
    ColumnChoice.of(Tables.named(name), chosen);
    return new ArchiveTable(name, chosen);
  }

  /** The table with the chosen columns. */
  TableSchema schema() {
    TableSchema table = Tables.named(name);
    return columns.isEmpty() ? table : ColumnChoice.of(table, columns);
  }

  String columnNames() {
    return columns.isEmpty()
        ? "all"
        : schema().leaves().stream().map(Leaf::dotted).collect(Collectors.joining(", "));
  }
}
