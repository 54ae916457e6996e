package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedFirestream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulated service with one file, an empty store, and landers between them. */
abstract class LandingFixture {
  static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  static final FirestreamUnit UNIT = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);

  @TempDir Path directory;

  final FakeSurroundings fake = new FakeSurroundings();
  SimulatedFirestream service;
  ObjectStore store;
  byte[] file;

  @BeforeEach
  void startService() throws IOException {
    service = SimulatedFirestream.start();
    store = ObjectStores.open(location());
    file = incompressibleFile(400_000);
    service.put("message", DAY, file);
  }

  @AfterEach
  void stopService() throws IOException {
    store.close();
    service.close();
  }

  StoreLocation location() {
    return new StoreLocation(directory.toString(), null, false, false);
  }

  /**
   * A gzip file of about this size. Its content hardly compresses, so that it can be cut anywhere.
   */
  static byte[] incompressibleFile(int bytes) throws IOException {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return Gzip.of(content);
  }

  FirestreamSettings settings() {
    return FirestreamSettings.defaults().withUrl(service.url());
  }

  LandingOutcome land() throws IOException, InterruptedException {
    return land(settings -> settings);
  }

  LandingOutcome land(UnaryOperator<FirestreamSettings> changes)
      throws IOException, InterruptedException {
    return land(UNIT, changes, LandingListener.NONE);
  }

  LandingOutcome land(
      FirestreamUnit unit, UnaryOperator<FirestreamSettings> changes, LandingListener listener)
      throws IOException, InterruptedException {
    try (FirestreamLander lander =
        new FirestreamLander(changes.apply(settings()), store, listener, fake.surroundings())) {
      return lander.land(unit);
    }
  }

  LandingOutcome landAfresh(UnaryOperator<FirestreamSettings> changes)
      throws IOException, InterruptedException {
    try (FirestreamLander lander =
        new FirestreamLander(
            changes.apply(settings()), store, LandingListener.NONE, fake.surroundings())) {
      return lander.landAfresh(UNIT);
    }
  }

  /** Asserts that exactly the service's bytes are in the store. */
  void assertLanded(LandingOutcome outcome) throws IOException {
    assertThat(outcome).isInstanceOf(Landed.class);
    assertThat(bytesAt(((Landed) outcome).file().key())).isEqualTo(file);
    assertThat(((Landed) outcome).file().bytes()).isEqualTo(file.length);
  }

  /** Asserts that nothing is visible in the store, and returns the failure's message. */
  String assertFailed(LandingOutcome outcome) throws IOException {
    assertThat(outcome).isInstanceOf(Failed.class);
    assertThat(store.list("")).isEmpty();
    return ((Failed) outcome).message();
  }

  /** The bytes of the file that was landed first. */
  byte[] landedBytes() throws IOException {
    return bytesAt(UNIT.landingKey());
  }

  private byte[] bytesAt(String key) throws IOException {
    try (InputStream in = store.read(key)) {
      return in.readAllBytes();
    }
  }

  List<ReceivedRequest> atService() {
    return service.requests(ReceivedRequest.Place.SERVICE);
  }

  List<ReceivedRequest> atDownload() {
    return service.requests(ReceivedRequest.Place.DOWNLOAD);
  }
}
