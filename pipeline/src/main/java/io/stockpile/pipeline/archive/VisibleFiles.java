package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a unit that readers find, whatever a manifest says.
 *
 * @param keys of the tables' files and of the rejected lines
 * @param newest the highest generation that any of them is of
 */
record VisibleFiles(List<String> keys, Generation newest) {
  VisibleFiles {
    keys = List.copyOf(keys);
  }

  /** Matches the keys of the table files of a unit, of every generation; the number is a group. */
  static Pattern tableFile(ArchiveUnit unit) {
    return Pattern.compile(
        ".*/" + Pattern.quote(unit.name()) + "(?:-g(\\d{1,9}))?-\\d{4,}\\.parquet");
  }

  /** Lists all tables. */
  static VisibleFiles of(ObjectStore store, ArchiveUnit unit) throws IOException {
    List<String> keys = new ArrayList<>();
    Generation newest = Generation.FIRST;
    Pattern pattern = tableFile(unit);
    for (TableSchema table : Tables.all()) {
      if (table.partitionColumn().isEmpty()) {
        continue;
      }
      for (StoredObject object : store.list(table.name() + "/")) {
        Matcher matcher = pattern.matcher(object.key());
        if (matcher.matches()) {
          keys.add(object.key());
          int number = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
          newest = later(newest, new Generation(number));
        }
      }
    }
    String rejected = unit.rejectedKey();
    for (StoredObject object : store.list(Generation.prefixOf(rejected))) {
      Generation generation = Generation.read(rejected, object.key()).orElse(null);
      if (generation != null) {
        keys.add(object.key());
        newest = later(newest, generation);
      }
    }
    return new VisibleFiles(keys, newest);
  }

  private static Generation later(Generation one, Generation other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
