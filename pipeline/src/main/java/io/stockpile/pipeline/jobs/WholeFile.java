package io.stockpile.pipeline.jobs;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file that others may be reading: they see all of it, or what was there before. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes it, with the permissions that new files have. A symbolic link stays one.
   *
   * @throws IOException when it cannot be written; the former file is then as it was
   */
  static void write(Path file, byte[] content) throws IOException {
    Path whole = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path directory = whole.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new IOException(
          file + " cannot be written: there is no directory " + directory + "; make it first");
    }
    if (Files.exists(whole) && !Files.isRegularFile(whole)) {
      throw new IOException(
          file + " cannot be written: it is no regular file; give the path of one");
    }
    Path part = directory.resolve("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.write(part, content, StandardOpenOption.CREATE_NEW);
      move(part, whole);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path whole) throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
