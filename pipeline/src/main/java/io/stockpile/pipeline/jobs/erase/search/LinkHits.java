package io.stockpile.pipeline.jobs.erase.search;

import io.stockpile.pipeline.erase.text.LinkTarget;
import io.stockpile.pipeline.erase.text.Links;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.erase.tombstones.TombstoneIds;
import io.stockpile.pipeline.parquet.ColumnScan;
import io.stockpile.pipeline.parquet.ColumnValues;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches for links to erased messages and tweets that have a title, description or picture of the
 * linked page beside them, since that is content of what was erased.
 */
final class LinkHits {
  private final TombstoneIds ids;
  private final List<Group> groups;

  /** The columns of one kind of object that has both addresses and content read from the page. */
  private record Group(List<String> addresses, List<String> readOff) {}

  LinkHits(TableSchema table, TombstoneIds ids) {
    this.ids = ids;
    this.groups = groups(table);
  }

  private static List<Group> groups(TableSchema table) {
    Map<List<String>, Group> byParent = new LinkedHashMap<>();
    for (Leaf leaf : table.leaves()) {
      List<String> path = leaf.path();
      String name = path.get(path.size() - 1);
      Group group =
          byParent.computeIfAbsent(
              path.subList(0, path.size() - 1),
              parent -> new Group(new ArrayList<>(), new ArrayList<>()));
      if (Links.isAddress(name)) {
        group.addresses().add(leaf.dotted());
      } else if (Links.isReadOff(name)) {
        group.readOff().add(leaf.dotted());
      }
    }
    return byParent.values().stream()
        .filter(group -> !group.addresses().isEmpty() && !group.readOff().isEmpty())
        .toList();
  }

  /**
   * Sets the bits of the rows in the scan's row group that have such a link.
   *
   * @param first whether to end at the first
   */
  void mark(ColumnScan scan, BitSet hits, boolean first) throws IOException {
    if (!ids.touches(Reason.Kind.MESSAGE, Long.MIN_VALUE, Long.MAX_VALUE)
        && !ids.touches(Reason.Kind.TWEET, Long.MIN_VALUE, Long.MAX_VALUE)) {
      return;
    }
    for (Group group : groups) {
      boolean anything = group.readOff().stream().anyMatch(column -> hasValues(scan, column));
      for (String address : group.addresses()) {
        if (anything && hasValues(scan, address) && (hits.isEmpty() || !first)) {
          mark(scan, address, hits, first);
        }
      }
    }
  }

  private static boolean hasValues(ColumnScan scan, String column) {
    return scan.facts(column).filter(facts -> !facts.isAllNull()).isPresent();
  }

  private void mark(ColumnScan scan, String address, BitSet hits, boolean first)
      throws IOException {
    scan.read(List.of(address));
    ColumnValues values = scan.column(address).orElseThrow();
    while (values.next()) {
      if (!values.isNull() && leadsThere(values.bytes())) {
        hits.set(values.row());
        if (first) {
          return;
        }
      }
    }
  }

  private boolean leadsThere(byte[] address) {
    return LinkTarget.erased(ids, address, 0, address.length).isPresent();
  }
}
