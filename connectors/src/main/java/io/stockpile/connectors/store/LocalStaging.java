package io.stockpile.connectors.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The files under {@code _staging/{key}/{uuid}}, and the handles that name them. */
final class LocalStaging {
  private final Path root;
  private final Path staging;

  LocalStaging(Path root) {
    this.root = root;
    this.staging = root.resolve(ObjectKeys.STAGING);
  }

  /** Opens a new file for the key's bytes. */
  LocalStagedObject open(String key) throws IOException {
    Path file = directory(key).resolve(UUID.randomUUID().toString());
    FileChannel channel =
        LocalDirectories.inDirectory(
            file.getParent(),
            () -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    return new LocalStagedObject(key, this, file, channel);
  }

  /**
   * The file for small objects that are put at once, holding the content; one for the whole root.
   */
  Path onlyPut(byte[] content) throws IOException {
    Path file = staging.resolve(".put");
    return LocalDirectories.inDirectory(
        staging,
        () -> {
          try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
              channel.write(bytes);
            }
            channel.force(true);
          }
          return file;
        });
  }

  static String handle(Path file) {
    return file.getFileName().toString();
  }

  /** Where a pending object's bytes are, or were. */
  Path file(PendingObject pending) throws IOException {
    String handle = checkHandle(pending.handle());
    return directory(ObjectKeys.check(pending.key())).resolve(handle);
  }

  /** The names that staged files bear; what is not one may point anywhere. */
  static String checkHandle(String handle) {
    if (!isHandle(handle)) {
      throw new IllegalArgumentException(
          "'"
              + handle
              + "' is no handle of a staged file; was it staged in another kind of store?");
    }
    return handle;
  }

  void discard(Path file) throws IOException {
    Files.deleteIfExists(file);
    LocalDirectories.prune(file.getParent(), root);
  }

  /** Removes the directories that a file which was moved away leaves behind. */
  void tidyAfter(Path file) {
    LocalDirectories.prune(file.getParent(), root);
  }

  int abort(String prefix, Predicate<String> keys, Instant since) throws IOException {
    int aborted = 0;
    Path from = staging.resolve(ObjectKeys.directory(prefix));
    for (Path file : files(from)) {
      String key = LocalFiles.name(staging, file.getParent());
      if (isHandle(handle(file))
          && key.startsWith(prefix)
          && keys.test(key)
          && LastWrite.isBefore(since, lastWrite(file))) {
        if (Files.deleteIfExists(file)) {
          aborted++;
        }
        LocalDirectories.prune(file.getParent(), root);
      }
    }
    return aborted;
  }

  private static Optional<Instant> lastWrite(Path file) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private List<Path> files(Path from) throws IOException {
    return LocalFiles.below(from, directory -> true).stream().map(LocalFiles.Found::path).toList();
  }

  private Path directory(String key) throws IOException {
    return LocalFiles.resolve(staging, key);
  }

  private static boolean isHandle(String name) {
    try {
      return UUID.fromString(name).toString().equals(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
