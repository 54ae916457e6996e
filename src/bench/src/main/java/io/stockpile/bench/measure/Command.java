package io.stockpile.bench.measure;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command line.
 *
 * @param words the program and its arguments
 * @param environment variables in addition to those of this process
 * @param directory the working directory
 */
public record Command(List<String> words, Map<String, String> environment, Path directory) {
  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** The command that runs a main class of this class path in another JVM of the same JDK. */
  public static Command ofMainClass(
      Class<?> main, List<String> jvmOptions, List<String> arguments, Path directory) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(jvmOptions);
    words.add("-cp");
    words.add(absoluteClassPath());
    words.add(main.getName());
    words.addAll(arguments);
    return new Command(words, Map.of(), directory);
  }

  /**
   * This JVM's class path with absolute paths, because the command may run in another directory.
   */
  private static String absoluteClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
