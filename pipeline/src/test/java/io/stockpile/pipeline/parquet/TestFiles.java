package io.stockpile.pipeline.parquet;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Writes and reads Parquet files in a store in a local directory. */
public final class TestFiles {
  private final Path root;
  private final ObjectStore store;

  public TestFiles(Path root) throws IOException {
    this.root = root;
    this.store = ObjectStores.open(new StoreLocation(root.toString(), null, false, false));
  }

  public ObjectStore store() {
    return store;
  }

  Path path(String key) {
    return root.resolve(key);
  }

  StoredInput input(String key) throws IOException {
    return new StoredInput(store, key, store.find(key).orElseThrow().bytes());
  }

  /** Writes a file and makes it visible under the key. */
  public ColumnarFile.Finished write(
      String key, TableSchema schema, WriterSettings settings, Iterable<Map<String, Object>> trees)
      throws IOException {
    TreeShredder shredder = new TreeShredder(schema);
    ShreddedRecord record = new ShreddedRecord();
    try (ColumnarFile file = new ColumnarFile(schema, settings, store.stage(key))) {
      for (Map<String, Object> tree : trees) {
        file.write(shredder.shred(tree, record));
      }
      ColumnarFile.Finished finished = file.finish();
      store.complete(finished.pending());
      return finished;
    }
  }

  public static WriterSettings settings(
      int rowGroupRows, int pageRows, int pageBytes, String... blooms) {
    return new WriterSettings(
        rowGroupRows, 64L << 20, pageRows, pageBytes, 512L << 20, 8, 3, Set.of(blooms));
  }
}
