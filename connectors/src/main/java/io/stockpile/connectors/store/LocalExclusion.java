package io.stockpile.connectors.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Lets one thread of one process at a time change what conditional writes look at. The lock is the
 * operating system's, so it ends with the process that holds it, however that ends.
 */
final class LocalExclusion {
  private final Path root;
  private final Path lockFile;

  LocalExclusion(Path root) {
    this.root = root;
    this.lockFile = root.resolve(ObjectKeys.STAGING).resolve(".lock");
  }

  /** Runs the step while no other thread or process runs one on the same root. */
  <T> T alone(LocalDirectories.Step<T> step) throws IOException {
    synchronized (monitor()) {
      while (true) {
        try (FileChannel channel = openLockFile();
            FileLock lock = channel.lock()) {
          if (lock.isValid() && isStillInPlace(channel)) {
            return stepThenRemoveLockFile(step);
          }
        }
      }
    }
  }

  private <T> T stepThenRemoveLockFile(LocalDirectories.Step<T> step) throws IOException {
    try {
      return step.run();
    } finally {
      Files.deleteIfExists(lockFile);
      LocalDirectories.prune(lockFile.getParent(), root);
    }
  }

  private FileChannel openLockFile() throws IOException {
    return LocalDirectories.inDirectory(
        lockFile.getParent(),
        () ->
            FileChannel.open(
                lockFile,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
  }

  /**
   * Whoever held the lock before may have removed the file while this one waited; a lock on a
   * removed file excludes nobody. What is written through the channel is read through the name only
   * if both are one file.
   */
  private boolean isStillInPlace(FileChannel channel) throws IOException {
    String mark = UUID.randomUUID().toString();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)), 0);
    try {
      return Files.readString(lockFile).equals(mark);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * A file lock excludes processes; within one it throws. Its table is one a virtual machine,
   * whatever class loader asks, and so is an interned string.
   */
  private Object monitor() throws IOException {
    return LocalDirectories.inDirectory(
        root, () -> (LocalExclusion.class.getName() + ":" + root.toRealPath()).intern());
  }
}
