package io.stockpile.connectors.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one thread of one process at a time change what conditional writes look at. The lock is the
 * operating system's, so it ends with the process that holds it, however that ends.
 *
 * <p>The empty lock file stays: to remove it would let two processes hold locks on two files of one
 * name. Nothing else may open it either, because on POSIX systems a process loses its lock when it
 * closes <em>any</em> handle of the file.
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
      try (FileChannel channel = openLockFile();
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException("Could not lock " + lockFile);
        }
        return step.run();
      }
    }
  }

  private FileChannel openLockFile() throws IOException {
    return LocalDirectories.inDirectory(
        lockFile.getParent(),
        () -> FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
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
