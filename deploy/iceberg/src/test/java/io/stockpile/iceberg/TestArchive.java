package io.stockpile.iceberg;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An archive in a directory, the command line on it, and a simulated service to fill it from. */
final class TestArchive implements AutoCloseable {
  static final LocalDate FIRST = LocalDate.of(2016, 12, 5);

  private final Path root;
  private final SimulatedFirestream firestream = start();
  private final Map<String, String> environment = new HashMap<>();

  TestArchive(Path root) {
    this.root = root;
    environment.put("FIRESTREAM_USERNAME", SimulatedFirestream.USERNAME);
    environment.put("FIRESTREAM_PASSWORD", SimulatedFirestream.PASSWORD);
  }

  private static SimulatedFirestream start() {
    try {
      return SimulatedFirestream.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a command ended. */
  record Ending(int code, String out, String err) {}

  Path root() {
    return root;
  }

  Map<String, String> environment() {
    return environment;
  }

  StoreLocation location() {
    return StoreLocation.of(root.toString());
  }

  ObjectStore open() {
    try {
      return ObjectStores.open(location());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets what the service has of a day. Another seed gives other messages. */
  TestArchive offer(LocalDate day, int seed, int lines) {
    SimulatedData data = new SimulatedData(seed);
    firestream.put("message", day, data.messages(day, lines).with(data.lateMessage(day)).gzip());
    firestream.put("activity", day, data.activities(day, lines).gzip());
    return this;
  }

  /** Fills the archive with three days. */
  TestArchive filled() {
    for (int i = 0; i < 3; i++) {
      offer(FIRST.plusDays(i), 7, 200);
    }
    Ending ending = backfill("--from=2016-12-05", "--to=2016-12-08");
    if (ending.code() != 0) {
      throw new IllegalStateException(ending.out() + ending.err());
    }
    return this;
  }

  Ending backfill(String... arguments) {
    List<String> words = new ArrayList<>(List.of("--firestreamUrl=" + firestream.url()));
    words.addAll(List.of(arguments));
    return run("backfill", words.toArray(new String[0]));
  }

  /** Runs a command on this archive as the user would, but without pauses. */
  Ending run(String command, String... arguments) {
    List<String> words = new ArrayList<>(List.of(command, "--output=" + root));
    words.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            Clock.fixed(Instant.parse("2016-12-10T12:00:00Z"), ZoneOffset.UTC),
            pause -> {},
            () -> 0.5,
            name -> Optional.ofNullable(environment.get(name)));
    int code =
        new Stockpile(surroundings, out, new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(words.toArray(new String[0]));
    return new Ending(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** All files below a directory of the archive, relative to its root. */
  List<String> files(String directory) {
    Path below = root.resolve(directory);
    if (!Files.exists(below)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(below)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] read(String file) {
    try {
      return Files.readAllBytes(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      firestream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
