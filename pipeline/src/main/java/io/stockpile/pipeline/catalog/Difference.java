package io.stockpile.pipeline.catalog;

import io.stockpile.pipeline.manifest.DataFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The difference between a published table and what the manifests prove.
 *
 * @param missing proven files that the table does not name, or names twice or with other sizes
 * @param gone paths that the table names twice, or that no manifest proves with the same sizes
 */
record Difference(List<DataFile> missing, Set<String> gone) {

  static Difference of(List<DataFile> proven, List<PublishedTable.PublishedFile> published) {
    Map<String, PublishedTable.PublishedFile> named = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (PublishedTable.PublishedFile file : published) {
      if (named.put(file.path(), file) != null) {
        twice.add(file.path());
      }
    }
    List<DataFile> missing = new ArrayList<>();
    for (DataFile file : proven) {
      PublishedTable.PublishedFile same =
          new PublishedTable.PublishedFile(file.path(), file.rows(), file.bytes());
      if (twice.contains(file.path()) || !same.equals(named.get(file.path()))) {
        missing.add(file);
      } else {
        named.remove(file.path());
      }
    }
    return new Difference(List.copyOf(missing), Set.copyOf(named.keySet()));
  }

  boolean isEmpty() {
    return missing.isEmpty() && gone.isEmpty();
  }
}
