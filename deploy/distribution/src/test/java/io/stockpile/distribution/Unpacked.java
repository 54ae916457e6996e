package io.stockpile.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The unpacked distribution, on a machine that has Java but no Maven. */
final class Unpacked {
  private final Path home;
  private final Path scratch;
  private final Path commands;
  private final Map<String, String> environment = new TreeMap<>();

  private Unpacked(Path home, Path scratch) {
    this.home = home;
    this.scratch = scratch;
    this.commands = scratch.resolve("commands");
  }

  /** Unpacks the distribution below an empty directory. Every user can read it. */
  static Unpacked in(Path scratch) throws IOException, InterruptedException {
    Path place = Files.createDirectories(scratch.resolve("in a folder"));
    Unpacked unpacked =
        new Unpacked(
            place.resolve("stockpile-" + System.getProperty("stockpile.version")), scratch);
    unpacked.linkCommands();
    unpacked.environment.put("PATH", unpacked.commands.toString());
    Ended tar =
        unpacked.run(
            List.of(
                "tar",
                "-xzf",
                System.getProperty("stockpile.distribution"),
                "-C",
                place.toString()));
    if (tar.code() != 0) {
      throw new IOException("tar ended with " + tar);
    }
    return unpacked;
  }

  private void linkCommands() throws IOException {
    Files.createDirectories(commands);
    for (String directory : System.getenv("PATH").split(":")) {
      if (!directory.isEmpty() && Files.isDirectory(Path.of(directory))) {
        try (Stream<Path> programs = Files.list(Path.of(directory))) {
          for (Path program : programs.toList()) {
            Path link = commands.resolve(program.getFileName());
            if (!link.getFileName().toString().matches("(mvn|java).*") && !Files.exists(link)) {
              Files.deleteIfExists(link);
              Files.createSymbolicLink(link, program);
            }
          }
        }
      }
    }
  }

  Path home() {
    return home;
  }

  /** Sets a variable for the runs, in addition to PATH; an empty value removes it. */
  void set(String variable, String value) {
    if (value.isEmpty()) {
      environment.remove(variable);
    } else {
      environment.put(variable, value);
    }
  }

  /** The result of a run. */
  record Ended(int code, String out, String err) {}

  /** Runs the launcher, and waits for its end. */
  Ended stockpile(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home.resolve("stockpile").toString()));
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  /**
   * Runs a command of {@code PATH}, without the environment of this process, and waits for its end.
   */
  Ended run(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "out", ".txt");
    Path err = Files.createTempFile(scratch, "err", ".txt");
    List<String> found = new ArrayList<>(command);
    if (!command.get(0).contains("/")) {
      found.set(0, commands.resolve(command.get(0)).toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(found)
            .directory(scratch.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("It did not end within five minutes: " + command);
    }
    return new Ended(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
