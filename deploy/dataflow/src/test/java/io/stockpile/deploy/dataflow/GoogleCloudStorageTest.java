package io.stockpile.deploy.dataflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStoreContract;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.PendingLostException;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import java.io.IOException;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract of every store, with Beam's file system for {@code gs://} and its real client. */
class GoogleCloudStorageTest extends ObjectStoreContract {
  private static SimulatedStorage storage;

  private final String prefix = UUID.randomUUID().toString();

  @BeforeAll
  static void start() throws IOException {
    storage = SimulatedStorage.start();
    FileSystems.setDefaultPipelineOptions(
        PipelineOptionsFactory.fromArgs(
                "--gcsEndpoint=" + storage.endpoint(),
                "--credentialFactoryClass="
                    + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory")
            .create());
  }

  @AfterAll
  static void stop() {
    storage.close();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @Override
  protected ObjectStore open() throws IOException {
    return ObjectStores.open(
        StoreLocation.of("gs://" + SimulatedStorage.BUCKET + "/my archive/" + prefix));
  }

  @Override
  protected int severalParts() {
    return 300_000;
  }

  /**
   * An upload that was not ended is no object in this store, so only finished objects are
   * discarded.
   */
  @Test
  @Override
  protected void abortPendingThrowsAwayWhatADeadProcessLeft() throws IOException {
    try (ObjectStore store = open()) {
      PendingObject finished = staged(store, "a/2016-12-05/x");
      PendingObject kept = staged(store, "a/2016-12-06/x");
      StagedObject abandoned = store.stage("a/2016-12-05/y");
      abandoned.write(1);

      assertThat(store.abortPending("a/", key -> key.contains("2016-12-05"))).isEqualTo(1);

      assertThatThrownBy(() -> store.complete(finished)).isInstanceOf(PendingLostException.class);
      store.complete(kept);
      assertThat(store.list("")).extracting(StoredObject::key).containsExactly("a/2016-12-06/x");
      abandoned.close();
    }
  }

  private static PendingObject staged(ObjectStore store, String key) throws IOException {
    try (StagedObject staged = store.stage(key)) {
      staged.write(1);
      return staged.finish();
    }
  }

  @Test
  void ofTwoProcessesThatCreateAnObjectTheServerLetsOneWin() throws IOException {
    storage.overtakeOnce(name -> name.endsWith("/_commits/a.json"), "theirs".getBytes(UTF_8));

    try (ObjectStore store = open()) {
      assertThatThrownBy(() -> store.putIfAbsent("_commits/a.json", "ours".getBytes(UTF_8)))
          .isInstanceOf(PreconditionFailedException.class);
      assertThat(store.readVersioned("_commits/a.json").orElseThrow().content())
          .isEqualTo("theirs".getBytes(UTF_8));
    }
  }
}
