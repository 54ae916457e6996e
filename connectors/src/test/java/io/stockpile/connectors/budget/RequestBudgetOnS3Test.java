package io.stockpile.connectors.budget;

import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RequestBudgetOnS3Test extends RequestBudgetContract {
  private static final AtomicInteger ARCHIVES = new AtomicInteger();
  private static EmbeddedS3 s3;

  @BeforeAll
  static void start() throws IOException {
    s3 = EmbeddedS3.start();
  }

  @AfterAll
  static void stop() throws IOException {
    s3.close();
  }

  @Override
  ObjectStore newStore() throws IOException {
    return s3.open("archive-" + ARCHIVES.incrementAndGet());
  }

  @Override
  boolean replacesInOneStep() {
    return false;
  }
}
