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
 * @param environment variables beside those of this process
 * @param directory where it runs
 */
public record Command(List<String> words, Map<String, String> environment, Path directory) {
  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** A main class of this class path, in a JVM of the same JDK as this one. */
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

  /** The command runs in another directory, where relative paths would lead elsewhere. */
  private static String absoluteClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
