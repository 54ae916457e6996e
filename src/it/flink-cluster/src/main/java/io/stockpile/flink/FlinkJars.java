package io.stockpile.flink;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Flink's own jars, and those that it needs: what a distribution has in its lib directory. */
public final class FlinkJars {
  private static final Pattern NAMES =
      Pattern.compile(
          "(flink-|kryo|minlog|objenesis|chill-|commons-(cli|collections-3|compress|io|lang3|math3|text)"
              + "|snakeyaml-engine|javassist|async-profiler|lz4-java|snappy-java|jsr305|slf4j-api|logback-).*\\.jar");

  private FlinkJars() {}

  /**
   * Flink's jars on a class path that may have others too, as a class path.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static String of(String classPath) {
    List<String> jars =
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(jar -> NAMES.matcher(String.valueOf(Path.of(jar).getFileName())).matches())
            .toList();
    if (jars.isEmpty()) {
      throw new IllegalArgumentException("There is no jar of Flink in the class path " + classPath);
    }
    return String.join(File.pathSeparator, jars);
  }
}
