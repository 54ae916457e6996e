package io.stockpile.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that earlier versions of the program wrote, byte for byte. Archives are full of them, so
 * the program writes the same bytes for ever, and reads them. A file may be added; one that is
 * there is not changed.
 */
public final class GoldenFile {
  private GoldenFile() {}

  /**
   * The bytes of a golden file.
   *
   * @param name below {@code src/test/resources/golden}
   */
  public static byte[] read(String name) throws IOException {
    try (InputStream in = GoldenFile.class.getResourceAsStream("/golden/" + name)) {
      assertThat(in).as("src/test/resources/golden/" + name).isNotNull();
      return in.readAllBytes();
    }
  }

  /** The text of a golden file. */
  public static String text(String name) throws IOException {
    return new String(read(name), StandardCharsets.UTF_8);
  }

  /** Holds that these are the file's bytes; if not, they lie in {@code target/golden} then. */
  public static void hold(String name, byte[] written) throws IOException {
    Path other = Path.of("target", "golden", name);
    Files.deleteIfExists(other);
    try {
      assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(text(name));
      assertThat(written).isEqualTo(read(name));
    } catch (AssertionError e) {
      Files.createDirectories(other.getParent());
      Files.write(other, written);
      throw e;
    }
  }
}
