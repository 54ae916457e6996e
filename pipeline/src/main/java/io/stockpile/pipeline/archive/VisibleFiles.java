package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a unit that readers find, whatever a manifest says.
 *
 * @param keys of the tables' files and of the rejected lines
 * @param newest the highest generation that any of them is of
 */
record VisibleFiles(List<String> keys, Generation newest) {
  private static final Pattern FILE = Pattern.compile("(.+?)(?:-g(\\d{1,9}))?-\\d{4,}\\.parquet");

  VisibleFiles {
    keys = List.copyOf(keys);
  }

  /** Matches the keys of the table files of a unit, of every generation. */
  static Pattern tableFile(ArchiveUnit unit) {
    return Pattern.compile(
        ".*/" + Pattern.quote(unit.name()) + "(?:-g(\\d{1,9}))?-\\d{4,}\\.parquet");
  }

  /**
   * Lists all tables, and what was rejected, once for all units; only units with files are in it.
   */
  static Map<ArchiveUnit, VisibleFiles> of(ObjectStore store, List<? extends ArchiveUnit> units)
      throws IOException {
    Map<ArchiveUnit, VisibleFiles> found = new LinkedHashMap<>();
    if (units.isEmpty()) {
      return found;
    }
    Map<String, ArchiveUnit> byName = new HashMap<>();
    Map<String, ArchiveUnit> byRejected = new HashMap<>();
    TreeSet<String> rejected = new TreeSet<>();
    for (ArchiveUnit unit : units) {
      byName.put(unit.name(), unit);
      byRejected.put(Generation.prefixOf(unit.rejectedKey()), unit);
      rejected.add(unit.rejectedKey().substring(0, unit.rejectedKey().lastIndexOf('/') + 1));
    }
    for (TableSchema table : Tables.all()) {
      if (table.partitionColumn().isEmpty()) {
        continue;
      }
      for (StoredObject object : store.list(table.name() + "/")) {
        Matcher file = FILE.matcher(name(object.key()));
        if (file.matches() && byName.containsKey(file.group(1))) {
          int number = file.group(2) == null ? 1 : Integer.parseInt(file.group(2));
          add(found, byName.get(file.group(1)), object.key(), new Generation(number));
        }
      }
    }
    for (String folder : rejected) {
      for (StoredObject object : store.list(folder)) {
        String name = name(object.key());
        ArchiveUnit unit =
            byRejected.get(folder + name.substring(0, Math.max(0, name.indexOf('.')) + 1));
        if (unit != null) {
          Generation.read(unit.rejectedKey(), object.key())
              .ifPresent(generation -> add(found, unit, object.key(), generation));
        }
      }
    }
    return found;
  }

  private static String name(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  private static void add(
      Map<ArchiveUnit, VisibleFiles> found, ArchiveUnit unit, String key, Generation generation) {
    VisibleFiles before = found.getOrDefault(unit, new VisibleFiles(List.of(), Generation.FIRST));
    List<String> keys = new ArrayList<>(before.keys());
    keys.add(key);
    Generation newest = before.newest().compareTo(generation) < 0 ? generation : before.newest();
    found.put(unit, new VisibleFiles(keys, newest));
  }
}
