package io.stockpile.connectors.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Turns errors of the operating system into messages that say what to do. */
final class LocalErrors {
  /**
   * With less free space a file system counts as full. The error's text cannot be used, because its
   * language depends on the system.
   */
  private static final long FULL_BELOW_BYTES = 64 * 1024;

  private LocalErrors() {}

  /**
   * @param action what was tried, to be read after "Could not", for example {@code write}
   * @return the exception to throw; kinds that callers tell apart stay what they are
   */
  static IOException explain(String action, Path path, IOException failure) {
    if (failure instanceof ClosedByInterruptException
        || failure instanceof FileLockInterruptionException) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("Interrupted while trying to " + action + " " + path);
      interrupted.initCause(failure);
      return interrupted;
    }
    if (isToldApart(failure)) {
      return failure;
    }
    return new IOException(
        "Could not " + action + " " + path + ": " + reason(path, failure), failure);
  }

  /** The first of a path's ancestors, or itself, that is there and is not a directory. */
  static Optional<Path> fileInTheWay(Path directory) {
    for (Path path = directory; path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        return Files.isDirectory(path) ? Optional.empty() : Optional.of(path);
      }
    }
    return Optional.empty();
  }

  static IOException notADirectory(Path file) {
    return new IOException(
        file
            + " is a file where a directory is needed; move it away, or choose another place for"
            + " the archive");
  }

  private static boolean isToldApart(IOException failure) {
    return failure instanceof NoSuchFileException
        || failure instanceof EOFException
        || failure instanceof PreconditionFailedException
        || failure instanceof PendingLostException;
  }

  private static String reason(Path path, IOException failure) {
    Optional<Path> file = fileInTheWay(path.getParent() == null ? path : path.getParent());
    if (file.isPresent()) {
      return notADirectory(file.get()).getMessage();
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied. Let user "
          + System.getProperty("user.name", "of this process")
          + " read and write there, or choose another place for the archive";
    }
    if (failure instanceof AtomicMoveNotSupportedException) {
      return "it lies on another file system than the archive's "
          + ObjectKeys.STAGING
          + ", so it cannot be put in place in one step. Keep the whole archive on one file system";
    }
    String said = said(failure);
    if (said.contains("No space left") || said.contains("quota") || isFull(path)) {
      return said
          + ". The disk is full: make room and run again; what is complete stays, the unfinished"
          + " is taken up again";
    }
    return said;
  }

  private static String said(IOException failure) {
    String reason =
        failure instanceof FileSystemException inFileSystem
            ? inFileSystem.getReason()
            : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }

  private static boolean isFull(Path path) {
    for (Path existing = path; existing != null; existing = existing.getParent()) {
      if (Files.exists(existing)) {
        try {
          return Files.getFileStore(existing).getUsableSpace() < FULL_BELOW_BYTES;
        } catch (IOException unknown) {
          return false;
        }
      }
    }
    return false;
  }
}
