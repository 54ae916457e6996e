package io.stockpile.pipeline.unit;

import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ReadOnceOnS3Test extends ReadOnceContract {
  private EmbeddedS3 server;

  @BeforeEach
  void startServer() throws IOException {
    server = EmbeddedS3.start();
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  @Override
  ObjectStore open(String archive) throws IOException {
    return server.open(archive);
  }
}
