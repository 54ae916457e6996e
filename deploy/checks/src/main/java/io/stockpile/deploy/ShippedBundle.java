package io.stockpile.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a shipped jar as users do: in a process of its own. */
public final class ShippedBundle {
  private final Path jar;
  private final Path scratch;
  private final Map<String, String> environment;

  /**
   * @param jar the jar, which is run with {@code java -jar}
   * @param scratch a directory for what a run prints
   * @param environment variables in addition to those of this process
   */
  public ShippedBundle(Path jar, Path scratch, Map<String, String> environment) {
    this.jar = jar;
    this.scratch = scratch;
    this.environment = environment;
  }

  /** The jar that the module under test has built. */
  public static Path ofThisModule() {
    return Path.of(System.getProperty("stockpile.bundle"));
  }

  /** The result of a run. */
  public record Ended(int code, String out, String err) {}

  /**
   * Runs the jar and waits for its end.
   *
   * @throws IOException if it cannot be started or takes more than five minutes
   */
  public Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
    command.addAll(Arrays.asList(arguments));
    Path out = Files.createTempFile(scratch, "out", ".txt");
    Path err = Files.createTempFile(scratch, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("The bundle did not end within five minutes: " + command);
    }
    return new Ended(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
