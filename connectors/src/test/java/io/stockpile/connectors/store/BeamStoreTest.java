package io.stockpile.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses Beam's local file system in place of remote ones. */
class BeamStoreTest extends ObjectStoreContract {
  @TempDir Path temporary;

  @Override
  protected ObjectStore open() {
    return new BeamStore(temporary.resolve("my archive") + "/");
  }

  @Override
  protected int severalParts() {
    return 300_000;
  }

  @Test
  void stagedBytesThatVanishedBreakFinish() throws IOException {
    try (StagedObject staged = store().stage("a")) {
      staged.write(bytes("12345"));
      assertThat(store().abortPending("", key -> true)).isEqualTo(1);

      assertThatThrownBy(staged::finish)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("of 5 bytes written")
          .hasMessageContaining("is gone");
    }
  }

  @Test
  void patternsAreNoKeys() {
    assertThatThrownBy(() -> store().find("a*"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("patterns");
  }

  @Test
  void failuresNameThePlace() throws IOException {
    Files.createDirectories(temporary.resolve("my archive/a"));

    assertThatThrownBy(() -> put("a", "1"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Could not put in place " + temporary.resolve("my archive/a"));
  }
}
