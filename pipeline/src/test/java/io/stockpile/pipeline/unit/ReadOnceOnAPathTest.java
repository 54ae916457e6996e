package io.stockpile.pipeline.unit;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ReadOnceOnAPathTest extends ReadOnceContract {
  @TempDir Path directory;

  @Override
  ObjectStore open(String archive) throws IOException {
    return ObjectStores.open(StoreLocation.of(directory.resolve(archive).toString()));
  }
}
