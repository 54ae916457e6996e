package io.stockpile.connectors.store;

import io.stockpile.connectors.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An archive in a directory. The directory appears with the first write.
 *
 * <p>What is staged lies under {@code _staging}, on the same file system, and is renamed into place
 * when it is completed; file and directory are synced first and last, so what was completed
 * survives a power cut. Conditional writes exclude each other between threads and between
 * processes. Versions are digests of the content.
 */
final class LocalStore implements ObjectStore {
  private final String name;
  private final Path root;
  private final LocalStaging staging;
  private final LocalExclusion exclusion;

  /**
   * @param name the root as the user wrote it
   * @param root absolute
   */
  LocalStore(String name, Path root) {
    this.name = name;
    this.root = root;
    this.staging = new LocalStaging(root);
    this.exclusion = new LocalExclusion(root);
  }

  @Override
  public String root() {
    return name;
  }

  @Override
  public Optional<StoredObject> find(String key) throws IOException {
    Path file = path(key);
    return explained("look at", file, () -> size(file).map(size -> new StoredObject(key, size)));
  }

  @Override
  public List<StoredObject> list(String prefix) throws IOException {
    Path from = LocalFiles.resolve(root, ObjectKeys.directory(ObjectKeys.checkPrefix(prefix)));
    Path hidden = root.resolve(ObjectKeys.STAGING);
    requireDirectory();
    return explained(
        "list",
        from,
        () ->
            LocalFiles.below(from, directory -> !directory.equals(hidden)).stream()
                .map(file -> new StoredObject(LocalFiles.name(root, file.path()), file.bytes()))
                .filter(object -> object.key().startsWith(prefix))
                .filter(object -> ObjectKeys.isKey(object.key()))
                .sorted(Comparator.comparing(StoredObject::key))
                .toList());
  }

  @Override
  public InputStream read(String key) throws IOException {
    Path file = requireVisible(key);
    return explained("read", file, () -> Files.newInputStream(file));
  }

  @Override
  public byte[] read(String key, long offset, int length) throws IOException {
    Path file = requireVisible(key);
    ByteBuffer range = ByteBuffer.allocate(length);
    return explained(
        "read",
        file,
        () -> {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (range.hasRemaining()) {
              if (channel.read(range, offset + range.position()) < 0) {
                throw endsEarly(key, channel.size(), offset, length);
              }
            }
            if (offset > channel.size()) {
              throw endsEarly(key, channel.size(), offset, length);
            }
          }
          return range.array();
        });
  }

  @Override
  public Optional<Versioned> readVersioned(String key) throws IOException {
    Path file = path(key);
    requireDirectory();
    return explained("read", file, () -> versioned(file));
  }

  @Override
  public StagedObject stage(String key) throws IOException {
    Path file = path(key);
    return explained("write", file, () -> staging.open(key));
  }

  @Override
  public void complete(PendingObject pending) throws IOException {
    Path staged = staging.file(pending);
    Path visible = path(pending.key());
    explained(
        "put in place",
        visible,
        () -> {
          putInPlace(pending, staged, visible);
          return true;
        });
  }

  @Override
  public void abort(PendingObject pending) throws IOException {
    Path staged = staging.file(pending);
    explained(
        "remove",
        staged,
        () -> {
          staging.discard(staged);
          return true;
        });
  }

  @Override
  public int abortPending(String prefix, Predicate<String> keys, Instant since) throws IOException {
    String checked = ObjectKeys.checkPrefix(prefix);
    Objects.requireNonNull(keys, "keys");
    requireDirectory();
    return explained("clear", root, () -> staging.abort(checked, keys, since));
  }

  @Override
  public String putIfAbsent(String key, byte[] content) throws IOException {
    return putIf(key, content, Optional.empty());
  }

  @Override
  public String putIfUnchanged(String key, byte[] content, String version) throws IOException {
    return putIf(key, content, Optional.of(version));
  }

  @Override
  public void delete(String key) throws IOException {
    Path file = path(key);
    if (find(key).isPresent()) {
      explained("remove", file, () -> exclusion.alone(() -> Files.deleteIfExists(file)));
      LocalDirectories.prune(file.getParent(), root);
    }
  }

  @Override
  public Retention retention() {
    return Retention.NOTHING;
  }

  @Override
  public void close() {}

  /**
   * The bytes go through one file that only who holds the lock may touch: what a killed process
   * leaves of them is overwritten by the next.
   */
  private String putIf(String key, byte[] content, Optional<String> expected) throws IOException {
    Path file = path(key);
    return explained(
        "write",
        file,
        () ->
            exclusion.alone(
                () -> {
                  requireVersion(key, file, expected);
                  LocalDirectories.move(staging.onlyPut(content), file, root);
                  return Sha256.of(content);
                }));
  }

  private static void requireVersion(String key, Path file, Optional<String> expected)
      throws IOException {
    Optional<String> found = versioned(file).map(Versioned::version);
    if (!found.equals(expected)) {
      throw Refusals.failed(key, expected);
    }
  }

  private void putInPlace(PendingObject pending, Path staged, Path visible) throws IOException {
    Optional<Long> size = LocalFiles.size(staged);
    if (size.isPresent() && size.get() != pending.bytes()) {
      throw new IOException(
          staged + " holds " + size.get() + " bytes where " + pending.bytes() + " were staged");
    }
    try {
      if (size.isEmpty()) {
        throw new NoSuchFileException(staged.toString());
      }
      LocalDirectories.move(staged, visible, root);
    } catch (NoSuchFileException gone) {
      if (!holds(visible, pending)) {
        throw Refusals.lost(pending, gone);
      }
    }
    staging.tidyAfter(staged);
  }

  private static boolean holds(Path visible, PendingObject pending) throws IOException {
    if (!LocalFiles.size(visible).equals(Optional.of(pending.bytes()))) {
      return false;
    }
    try (InputStream content = Files.newInputStream(visible)) {
      return Sha256.of(content).equals(pending.sha256());
    }
  }

  private static Optional<Versioned> versioned(Path file) throws IOException {
    if (LocalFiles.size(file).isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] content = Files.readAllBytes(file);
      return Optional.of(new Versioned(content, Sha256.of(content)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static EOFException endsEarly(String key, long size, long offset, int length) {
    return new EOFException(
        key + " has " + size + " bytes; asked for " + length + " from offset " + offset);
  }

  private Path requireVisible(String key) throws IOException {
    Path file = path(key);
    if (find(key).isEmpty()) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }

  private Optional<Long> size(Path file) throws IOException {
    requireDirectory();
    return LocalFiles.size(file);
  }

  private Path path(String key) throws IOException {
    return LocalFiles.resolve(root, ObjectKeys.check(key));
  }

  private void requireDirectory() throws IOException {
    Optional<Path> file = LocalErrors.fileInTheWay(root);
    if (file.isPresent()) {
      throw LocalErrors.notADirectory(file.get());
    }
  }

  private static <T> T explained(String action, Path path, LocalDirectories.Step<T> step)
      throws IOException {
    try {
      return step.run();
    } catch (IOException e) {
      throw LocalErrors.explain(action, path, e);
    }
  }
}
