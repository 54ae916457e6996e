package io.stockpile.schedule;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a scheduler's command line in one night, as it is in the file. A simulated service and a
 * directory take the places of the service and archive that it names.
 */
final class Nightly implements AutoCloseable {
  /** A quarter past nine, so yesterday is the ninth. */
  private static final Instant NOW = Instant.parse("2016-12-10T09:17:00Z");

  static final LocalDate YESTERDAY = LocalDate.of(2016, 12, 9);

  private final SimulatedFirestream firestream = SimulatedFirestream.start();
  private final SimulatedData data = new SimulatedData(7);
  private final Path archive;
  private final Path credentials;

  Nightly(Path directory) throws IOException {
    archive = directory.resolve("archive");
    credentials =
        Files.writeString(
            directory.resolve("credentials"),
            SimulatedFirestream.USERNAME + ":" + SimulatedFirestream.PASSWORD + "\n");
  }

  /** How a command ended. */
  record Ended(int code, String out, String err) {}

  /** Lets the service offer both files of these days. */
  Nightly offer(LocalDate first, LocalDate last) {
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            day -> {
              firestream.put("message", day, data.messages(day, 10).gzip());
              firestream.put("activity", day, data.activities(day, 6).gzip());
            });
    return this;
  }

  /** Runs the command line of the file, with other places of the archive, service and secret. */
  Ended run(List<String> words) {
    List<String> here = new ArrayList<>();
    for (String word : words) {
      if (word.startsWith("--output=")) {
        here.add("--output=" + archive);
      } else if (word.startsWith("--firestreamCredentials=file:")) {
        here.add("--firestreamCredentials=file:" + credentials);
      } else {
        here.add(word);
      }
    }
    here.add("--firestreamUrl=" + firestream.url());
    return Launched.run(
        new Surroundings(
            Clock.fixed(NOW, ZoneOffset.UTC), pause -> {}, () -> 0.5, Nightly::environment),
        here);
  }

  private static Optional<String> environment(String name) {
    return switch (name) {
      case "FIRESTREAM_USERNAME" -> Optional.of(SimulatedFirestream.USERNAME);
      case "FIRESTREAM_PASSWORD" -> Optional.of(SimulatedFirestream.PASSWORD);
      default -> Optional.empty();
    };
  }

  /** The paths of the archive's manifests, relative to their directory. */
  List<String> manifests() {
    Path manifests = archive.resolve("_manifests");
    try (Stream<Path> files = Files.walk(manifests)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> manifests.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths that {@link #manifests} must have for both files of these days. */
  static List<String> manifestsOf(LocalDate first, LocalDate last) {
    return Stream.of("activity", "message")
        .flatMap(
            type ->
                first
                    .datesUntil(last.plusDays(1))
                    .map(day -> "firestream/" + type + "/" + day + ".json"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    firestream.close();
  }
}
