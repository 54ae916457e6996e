package io.stockpile.deploy.flink;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Flink's own jars, and those that it needs: what a distribution has in its lib directory. */
final class FlinkJars {
  private static final Pattern NAMES =
      Pattern.compile(
          "(flink-|kryo|minlog|objenesis|chill-|commons-(cli|collections-3|compress|io|lang3|math3|text)"
              + "|snakeyaml-engine|javassist|async-profiler|lz4-java|snappy-java|jsr305|slf4j-api|logback-).*\\.jar");

  private FlinkJars() {}

  /** As a class path. */
  static String classPath() {
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> NAMES.matcher(String.valueOf(Path.of(jar).getFileName())).matches())
            .toList();
    return jars.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
