package io.stockpile.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files as earlier versions of the program wrote them. Archives contain such files, so the program
 * must always be able to read them, and must write the same bytes. Files may be added, but an
 * existing one must not be changed.
 */
public final class GoldenFile {
  private GoldenFile() {}

  /**
   * The bytes of a golden file.
   *
   * @param name the path below {@code src/test/resources/golden}
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

  /**
   * Asserts that these bytes are those of the golden file. If they are not, they are left in {@code
   * target/golden}.
   */
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
