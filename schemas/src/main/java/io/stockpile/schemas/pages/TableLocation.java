package io.stockpile.schemas.pages;

import io.stockpile.schemas.TableSchema;

/**
 * Where a table lies in the archive and how a query engine names it. {@code ROOT} stands for the
 * archive's root.
 *
 * @param namespace the first part of the table's name ({@code stocktwits}); empty when there is
 *     none
 * @param name the last part
 * @param directory the directory of the table's files
 */
record TableLocation(String namespace, String name, String directory) {

  static TableLocation of(TableSchema table) {
    String full = table.name();
    int slash = full.lastIndexOf('/');
    String namespace = slash < 0 ? "" : full.substring(0, slash).replace('/', '_');
    String directory = isPartitioned(table) ? full : "_" + full;
    return new TableLocation(namespace, full.substring(slash + 1), "ROOT/" + directory);
  }

  /**
   * Tables without a day are no tables to an engine that walks the archive: theirs begins with _.
   */
  static boolean isPartitioned(TableSchema table) {
    return !table.partitionColumn().isEmpty();
  }

  /** Namespace and name with each part in {@code quote}s. */
  String quoted(String quote) {
    String last = quote + name + quote;
    return namespace.isEmpty() ? last : quote + namespace + quote + "." + last;
  }
}
