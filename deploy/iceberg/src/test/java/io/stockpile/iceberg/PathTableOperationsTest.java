package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PathTableOperationsTest extends TableOperationsContract {
  @TempDir private Path directory;

  @Override
  StoreLocation location() {
    return StoreLocation.of(directory.resolve("an archive").toString());
  }

  @Override
  ObjectStore open() throws IOException {
    return ObjectStores.open(location());
  }
}
