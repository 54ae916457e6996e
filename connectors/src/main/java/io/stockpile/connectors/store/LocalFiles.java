package io.stockpile.connectors.store;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Between keys and the files of a directory tree that others change at the same time. */
final class LocalFiles {
  private LocalFiles() {}

  /** A regular file and its size when it was seen. */
  record Found(Path path, long bytes) {}

  static Path resolve(Path base, String key) throws IOException {
    try {
      return base.resolve(key);
    } catch (InvalidPathException e) {
      throw new IOException(
          "The name '"
              + key
              + "' cannot be written in this process's file name encoding ("
              + System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name())
              + "); run under a UTF-8 locale, for example LC_ALL=C.UTF-8",
          e);
    }
  }

  /** The path below the base, parted by slashes. */
  static String name(Path base, Path path) {
    String name = base.relativize(path).toString();
    String separator = base.getFileSystem().getSeparator();
    return separator.equals("/") ? name : name.replace(separator, "/");
  }

  /** The regular file's size, or empty when there is none. */
  static Optional<Long> size(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile() ? Optional.of(attributes.size()) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (FileSystemException e) {
      if (LocalErrors.fileInTheWay(file).isPresent()) {
        // One of the key's directories is a file: then nothing lies below it.
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * All regular files below a directory, in no order; none when there is no such directory. What
   * vanishes during the walk is left out.
   */
  static List<Found> below(Path from, Predicate<Path> enter) throws IOException {
    List<Found> found = new ArrayList<>();
    Files.walkFileTree(
        from,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return enter.test(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.equals(from)) {
              found.add(new Found(file, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            boolean belowAFile =
                file.equals(from) && LocalErrors.fileInTheWay(file.getParent()).isPresent();
            return belowAFile ? FileVisitResult.CONTINUE : passOverVanished(failure);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : passOverVanished(failure);
          }
        });
    return found;
  }

  private static FileVisitResult passOverVanished(IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw failure;
  }
}
