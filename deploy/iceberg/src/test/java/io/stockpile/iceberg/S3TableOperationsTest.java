package io.stockpile.iceberg;

import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class S3TableOperationsTest extends TableOperationsContract {
  private static final AtomicInteger PLACES = new AtomicInteger();
  private static EmbeddedS3 server;

  private String place;

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedS3.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @Override
  StoreLocation location() {
    return server.location(place);
  }

  @Override
  ObjectStore open() throws IOException {
    place = "place-" + PLACES.incrementAndGet();
    return server.open(place);
  }
}
