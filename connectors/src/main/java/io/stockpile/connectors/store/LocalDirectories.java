package io.stockpile.connectors.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Creates and removes directories that several processes use. A file that was moved into one
 * survives a power cut. An empty directory may be removed by any process.
 */
final class LocalDirectories {
  /** How often another process may remove a directory between its creation and its first use. */
  private static final int TRIES = 1000;

  private LocalDirectories() {}

  /** Something that needs its directory to be there. */
  interface Step<T> {
    T run() throws IOException;
  }

  /**
   * Runs the step with the directory in place, again when somebody removed the directory in
   * between.
   */
  static <T> T inDirectory(Path directory, Step<T> step) throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        create(directory);
        return step.run();
      } catch (NoSuchFileException e) {
        if (tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private static void create(Path directory) throws IOException {
    try {
      Files.createDirectories(directory);
    } catch (FileAlreadyExistsException e) {
      if (LocalErrors.fileInTheWay(directory).isPresent()) {
        throw e;
      }
      // It was there when it was to be created, and gone when it was looked at.
      NoSuchFileException gone = new NoSuchFileException(directory.toString());
      gone.initCause(e);
      throw gone;
    }
  }

  /**
   * Puts a file in place in one step, replacing what was there, for good.
   *
   * @param stays the directory above both that is never removed
   * @throws NoSuchFileException when there is no source
   */
  static void move(Path source, Path target, Path stays) throws IOException {
    Path directory = target.getParent();
    boolean moved =
        inDirectory(
            directory,
            () -> {
              try {
                Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
                return true;
              } catch (NoSuchFileException e) {
                if (Files.exists(source)) {
                  throw e;
                }
                return false;
              }
            });
    if (!moved) {
      prune(directory, stays);
      throw new NoSuchFileException(source.toString());
    }
    for (Path path = directory; path != null && path.startsWith(stays); path = path.getParent()) {
      sync(path);
    }
  }

  /** Removes the directory and those above it while they are empty, up to a last one that stays. */
  static void prune(Path directory, Path stays) {
    for (Path path = directory;
        path != null && !path.equals(stays) && path.startsWith(stays);
        path = path.getParent()) {
      try {
        Files.delete(path);
      } catch (NoSuchFileException e) {
        // Another process removed it; the directory above may be empty now.
      } catch (DirectoryNotEmptyException e) {
        return;
      } catch (IOException e) {
        // An empty directory that stays does no harm.
        return;
      }
    }
  }

  /** Makes the directory's entries survive a power cut. */
  private static void sync(Path directory) throws IOException {
    // Only POSIX systems can open directories; elsewhere the file system does it by itself.
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (NoSuchFileException e) {
        // Removed again by somebody, with all that was in it.
      }
    }
  }
}
