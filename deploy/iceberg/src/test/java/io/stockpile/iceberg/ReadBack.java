package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/** Reads published tables with Iceberg's own reader. */
final class ReadBack {
  private ReadBack() {}

  /** The present table. */
  static Table table(ObjectStore store, StoreLocation location, String name) {
    return new BaseTable(
        new ArchiveTableOperations(
            store,
            new ArchiveFileIO(store, location),
            ObjectStores.address(location),
            "_iceberg/" + name),
        name);
  }

  static List<Record> rows(Table table, Expression filter) throws IOException {
    try (CloseableIterable<Record> records = IcebergGenerics.read(table).where(filter).build()) {
      List<Record> rows = new ArrayList<>();
      records.forEach(rows::add);
      return rows;
    }
  }

  static List<Record> rows(Table table) throws IOException {
    return rows(table, Expressions.alwaysTrue());
  }

  /** The files that a query with this filter reads, each with the folder of its day. */
  static List<String> planned(Table table, Expression filter) throws IOException {
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().filter(filter).planFiles()) {
      for (FileScanTask task : tasks) {
        String location = task.file().location();
        files.add(location.substring(location.lastIndexOf("date=") + "date=".length()));
      }
    }
    files.sort(String::compareTo);
    return files;
  }

  /** The metadata files, without folders, that some snapshot needs. */
  static Set<String> metadata(Table table) {
    Set<String> files = new TreeSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      files.add(last(snapshot.manifestListLocation()));
      snapshot.allManifests(table.io()).stream()
          .map(ManifestFile::path)
          .map(ReadBack::last)
          .forEach(files::add);
    }
    return files;
  }

  private static String last(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
