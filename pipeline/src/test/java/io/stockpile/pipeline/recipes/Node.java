package io.stockpile.pipeline.recipes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs in Node, with the packages of {@code src/it/readers} and an archive in the same
 * directory.
 */
final class Node {
  private static final int SECONDS = 120;

  private final Path directory;

  /**
   * @param directory an empty directory to run in
   */
  Node(Path directory, Path packages, Path archive) throws IOException {
    this.directory = directory;
    Files.createSymbolicLink(directory.resolve("node_modules"), packages);
    Files.createSymbolicLink(directory.resolve("archive"), archive);
  }

  /** Whether Node is installed and can load the package. */
  boolean loads(String name) throws IOException, InterruptedException {
    try {
      run("import '" + name + "';");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs a program. Returns the lines that it prints, without blank ones. */
  List<String> run(String program) throws IOException, InterruptedException {
    Path script = Files.writeString(directory.resolve("recipe.mjs"), program);
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    Process process =
        new ProcessBuilder("node", script.getFileName().toString())
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("Node has not ended after " + SECONDS + " s");
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "Node ended with " + process.exitValue() + ": " + Files.readString(err));
    }
    return Files.readString(out, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }
}
