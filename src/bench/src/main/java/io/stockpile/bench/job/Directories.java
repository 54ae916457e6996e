package io.stockpile.bench.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes and measures whole directories on the local disk. */
public final class Directories {
  private Directories() {}

  /** Deletes a directory with everything in it, if it exists. */
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(directory)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  /** Copies the files of a directory that has no other directories. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    List<Path> files;
    try (Stream<Path> paths = Files.list(from)) {
      files = paths.toList();
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  /**
   * The size of all Parquet files in and below these directories, in bytes. Directories that do not
   * exist count as empty.
   */
  public static long parquetBytes(List<Path> directories) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path directory : directories) {
      if (Files.exists(directory)) {
        try (Stream<Path> paths = Files.walk(directory)) {
          paths.filter(path -> path.toString().endsWith(".parquet")).forEach(files::add);
        }
      }
    }
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}
