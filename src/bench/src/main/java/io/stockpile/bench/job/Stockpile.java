package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import io.stockpile.simulated.SimulatedFirestream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shipped bundle. It is run through its launcher, so with the Java options that users get, and
 * on the same JDK as the benchmark.
 */
public final class Stockpile implements Program {
  private final Path launcher;
  private final Path bundle;
  private final Path directory;

  /**
   * @param launcher the launcher script of a checkout
   * @param bundle the bundle, which must be built
   * @param directory the working directory of the processes
   * @throws IllegalArgumentException when a file is missing
   */
  public Stockpile(Path launcher, Path bundle, Path directory) {
    if (!Files.isRegularFile(launcher)) {
      throw new IllegalArgumentException(
          "There is no launcher " + launcher + "; run from the checkout or give --launcher");
    }
    if (!Files.isRegularFile(bundle)) {
      throw new IllegalArgumentException(
          "There is no bundle "
              + bundle
              + "; build it: mvn -q -pl deploy/embedded -am package -DskipTests");
    }
    this.launcher = launcher;
    this.bundle = bundle;
    this.directory = directory;
  }

  /**
   * Whether the launcher's archive of classes exists and belongs to the bundle. Users have one from
   * their second start on. Only the launcher makes it, and it does not do so during a benchmark.
   */
  public boolean hasClassArchive() throws IOException {
    Path classes = bundle.resolveSibling("classes.jsa");
    return Files.isRegularFile(classes)
        && Files.getLastModifiedTime(classes).compareTo(Files.getLastModifiedTime(bundle)) > 0;
  }

  @Override
  public Command command(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("sh", launcher.toString()));
    words.addAll(arguments);
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("STOCKPILE_BUNDLE", bundle.toString());
    // Otherwise the launcher might build the bundle while it is measured.
    environment.put("STOCKPILE_NO_BUILD", "1");
    environment.put("FIRESTREAM_USERNAME", SimulatedFirestream.USERNAME);
    environment.put("FIRESTREAM_PASSWORD", SimulatedFirestream.PASSWORD);
    return new Command(words, environment, directory);
  }
}
