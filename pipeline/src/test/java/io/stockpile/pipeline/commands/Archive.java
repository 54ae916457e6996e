package io.stockpile.pipeline.commands;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.http.Sleeper;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.SimulatedReplay;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs commands on an archive in a directory, and reads its files. */
public final class Archive {
  static final Instant NOW = Instant.parse("2016-12-10T12:00:00Z");

  private final Path root;
  private final Clock clock;
  private final Sleeper sleeper;
  private final Map<String, String> environment = new HashMap<>();
  private byte[] input = {};

  public Archive(Path root) {
    this(root, Clock.fixed(NOW, ZoneOffset.UTC), pause -> {});
  }

  /** An archive whose commands use a clock that only their own pauses advance. */
  public Archive(Path root, AdvancingClock clock) {
    this(root, clock, clock);
  }

  private Archive(Path root, Clock clock, Sleeper sleeper) {
    this.root = root;
    this.clock = clock;
    this.sleeper = sleeper;
    environment.put("GNIP_USERNAME", SimulatedReplay.USERNAME);
    environment.put("GNIP_PASSWORD", SimulatedReplay.PASSWORD);
    environment.put("FIRESTREAM_USERNAME", SimulatedFirestream.USERNAME);
    environment.put("FIRESTREAM_PASSWORD", SimulatedFirestream.PASSWORD);
  }

  /** How a command ended. */
  public record Ending(int code, String out, String err) {}

  public Path root() {
    return root;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Sets the standard input of commands. */
  Archive withInput(String text) {
    input = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** Runs a command on this archive as the user would, but without pauses. */
  public Ending run(String command, String... arguments) {
    List<String> words = new ArrayList<>(List.of(command, "--output=" + root));
    words.addAll(List.of(arguments));
    return runPlain(words.toArray(new String[0]));
  }

  /** Runs {@code erase} with a list of ids, which is put beside the archive. */
  public Ending erase(String ids, String... more) throws IOException {
    Path file = root.resolveSibling("ids.txt");
    Files.writeString(file, ids);
    List<String> words = new ArrayList<>(List.of("--ids=" + file, "--reason=asked for"));
    words.addAll(List.of(more));
    return run("erase", words.toArray(new String[0]));
  }

  /**
   * Imports Twitter's lines of one day, of which any may be rejected, from a file that is put
   * beside the archive.
   */
  Ending importTwitter(String type, LocalDate day, List<String> lines) throws IOException {
    Path file = Files.write(root.resolveSibling(type + ".json"), lines);
    return run(
        "import",
        "--files=" + file,
        "--fileType=" + type,
        "--from=" + day + "T00:00Z",
        "--to=" + day.plusDays(1) + "T00:00Z",
        "--maxRejectedShare=1");
  }

  /** Runs a command line unchanged. */
  public Ending runPlain(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            clock, sleeper, () -> 0.5, name -> Optional.ofNullable(environment.get(name)));
    int code =
        new Stockpile(
                surroundings,
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(words);
    return new Ending(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Starts a command line in a process of its own, which uses the system's clock. */
  Process start(List<String> words) throws IOException {
    return process(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The same, with both outputs in the process's input stream. */
  Process startHeard(List<String> words) throws IOException {
    return process(words).start();
  }

  private ProcessBuilder process(List<String> words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Stockpile.class.getName()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true);
  }

  /** Runs a backfill from the simulated service. */
  Ending backfill(SimulatedFirestream firestream, String... arguments) {
    List<String> words = new ArrayList<>(List.of("--firestreamUrl=" + firestream.url()));
    words.addAll(List.of(arguments));
    return run("backfill", words.toArray(new String[0]));
  }

  /**
   * The paths of all files, relative to the root, without the store's lock. Another process may
   * write and remove files meanwhile.
   */
  List<String> files() {
    List<String> files = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Paths(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.remove("_staging/.lock");
    Collections.sort(files);
    return files;
  }

  /** Collects files, and passes over what is gone by the time it is looked at. */
  private final class Paths extends SimpleFileVisitor<Path> {
    private final List<String> files;

    Paths(List<String> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.add(root.relativize(file).toString());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      return goneOrThrow(failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure)
        throws IOException {
      return failure == null ? FileVisitResult.CONTINUE : goneOrThrow(failure);
    }

    private static FileVisitResult goneOrThrow(IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }

  /** The contents of all files by path. */
  Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new HashMap<>();
    for (String file : files()) {
      contents.put(file, read(file));
    }
    return contents;
  }

  byte[] read(String file) {
    try {
      return Files.readAllBytes(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    return new String(read(file), StandardCharsets.UTF_8);
  }
}
