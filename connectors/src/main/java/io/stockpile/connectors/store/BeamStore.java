package io.stockpile.connectors.store;

import io.stockpile.connectors.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * An archive in one of Beam's file systems, such as {@code gs://} or {@code hdfs://}.
 *
 * <p>What is staged lies under {@code _staging/{key}/{uuid}} and is renamed into place. Beam has no
 * conditional write: {@link #putIfAbsent} and {@link #putIfUnchanged} look first and write then,
 * which excludes the threads of this process <em>but not other processes</em>. An archive of this
 * kind has one writing process at a time for each unit. On {@code gs://} {@link #putIfAbsent} is
 * the exception: there the server decides, so of two processes that commit a unit one wins.
 * Versions are digests of the content. A broken read is taken up again only where the file system's
 * own client does so.
 */
final class BeamStore implements ObjectStore {
  private final String name;
  private final BeamFiles files;
  private final Object monitor;

  /**
   * @param name the root as the user wrote it
   * @throws IllegalArgumentException when no file system in the bundle takes the root's scheme
   */
  BeamStore(String name) {
    this.name = name;
    this.files = new BeamFiles(name);
    this.monitor = (BeamStore.class.getName() + ":" + files.address("")).intern();
  }

  @Override
  public String root() {
    return name;
  }

  @Override
  public Optional<StoredObject> find(String key) throws IOException {
    return explained(
        "look at",
        ObjectKeys.check(key),
        () -> files.size(key).map(size -> new StoredObject(key, size)));
  }

  @Override
  public List<StoredObject> list(String prefix) throws IOException {
    String directory = ObjectKeys.directory(ObjectKeys.checkPrefix(prefix));
    return explained(
        "list",
        prefix,
        () ->
            files.below(directory).stream()
                .filter(object -> object.key().startsWith(prefix))
                .filter(object -> ObjectKeys.isKey(object.key()))
                .sorted(Comparator.comparing(StoredObject::key))
                .toList());
  }

  @Override
  public InputStream read(String key) throws IOException {
    return explained("read", ObjectKeys.check(key), () -> whole(key));
  }

  @Override
  public byte[] read(String key, long offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, Long.MAX_VALUE);
    return explained("read", ObjectKeys.check(key), () -> range(key, offset, length));
  }

  @Override
  public Optional<Versioned> readVersioned(String key) throws IOException {
    try (InputStream content = read(key)) {
      byte[] bytes = content.readAllBytes();
      return Optional.of(new Versioned(bytes, Sha256.of(bytes)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public StagedObject stage(String key) throws IOException {
    String handle = UUID.randomUUID().toString();
    String path = staged(key, handle);
    return explained("write", key, () -> new BeamStagedObject(files, key, path, handle));
  }

  @Override
  public void complete(PendingObject pending) throws IOException {
    String staged = staged(pending.key(), pending.handle());
    explained(
        "put in place",
        pending.key(),
        () -> {
          if (files.size(staged).isPresent()) {
            files.rename(staged, pending.key());
          } else if (!isVisible(pending)) {
            throw Refusals.lost(pending, new NoSuchFileException(files.address(staged)));
          }
          return true;
        });
  }

  @Override
  public void abort(PendingObject pending) throws IOException {
    deleteFile(staged(pending.key(), pending.handle()));
  }

  @Override
  public int abortPending(String prefix, Predicate<String> keys, Instant since) throws IOException {
    String staging = ObjectKeys.STAGING + "/";
    String directory = staging + ObjectKeys.directory(ObjectKeys.checkPrefix(prefix));
    List<StoredObject> found =
        explained("clear", prefix, () -> files.below(directory.replaceFirst("/$", ""), since));
    int aborted = 0;
    for (StoredObject object : found) {
      String key = ObjectKeys.directory(object.key()).substring(staging.length());
      if (key.startsWith(prefix) && keys.test(key)) {
        deleteFile(object.key());
        aborted++;
      }
    }
    return aborted;
  }

  @Override
  public String putIfAbsent(String key, byte[] content) throws IOException {
    return files.createsNewAtomically()
        ? explained("write", ObjectKeys.check(key), () -> putNew(key, content))
        : putIf(key, content, Optional.empty());
  }

  @Override
  public String putIfUnchanged(String key, byte[] content, String version) throws IOException {
    return putIf(key, content, Optional.of(version));
  }

  @Override
  public void delete(String key) throws IOException {
    deleteFile(ObjectKeys.check(key));
  }

  @Override
  public void close() {}

  private String putNew(String key, byte[] content) throws IOException {
    if (files.size(key).isPresent()) {
      throw Refusals.failed(key, Optional.empty());
    }
    String version = Sha256.of(content);
    try (OutputStream out = Channels.newOutputStream(files.createNew(key))) {
      out.write(content);
    } catch (IOException e) {
      Optional<String> there = readVersioned(key).map(Versioned::version);
      if (there.isEmpty()) {
        throw e;
      }
      // It may be this write's own, whose answer was lost and which was sent again.
      if (!there.get().equals(version)) {
        throw Refusals.failed(key, Optional.empty());
      }
    }
    return version;
  }

  private String putIf(String key, byte[] content, Optional<String> expected) throws IOException {
    try (StagedObject staged = stage(key)) {
      staged.write(content);
      PendingObject pending = staged.finish();
      synchronized (monitor) {
        if (!readVersioned(key).map(Versioned::version).equals(expected)) {
          abort(pending);
          throw Refusals.failed(key, expected);
        }
        complete(pending);
      }
      return pending.sha256();
    }
  }

  private byte[] range(String key, long offset, int length) throws IOException {
    ByteBuffer range = ByteBuffer.allocate(length);
    try (ReadableByteChannel channel = files.open(key)) {
      long size = files.size(key).orElse(0L);
      if (offset > size - length) {
        throw new EOFException(
            key + " has " + size + " bytes; asked for " + length + " from offset " + offset);
      }
      if (length == 0) {
        return range.array();
      }
      if (channel instanceof SeekableByteChannel seekable) {
        seekable.position(offset);
      } else {
        Channels.newInputStream(channel).skipNBytes(offset);
      }
      while (range.hasRemaining()) {
        if (channel.read(range) < 0) {
          throw new EOFException(key + " ended at byte " + (offset + range.position()));
        }
      }
    }
    return range.array();
  }

  private InputStream whole(String key) throws IOException {
    long size = files.size(key).orElseThrow(() -> new NoSuchFileException(files.address(key)));
    return new WholeInputStream(Channels.newInputStream(files.open(key)), files.address(key), size);
  }

  private boolean isVisible(PendingObject pending) throws IOException {
    if (!files.size(pending.key()).equals(Optional.of(pending.bytes()))) {
      return false;
    }
    try (InputStream content = Channels.newInputStream(files.open(pending.key()))) {
      return Sha256.of(content).equals(pending.sha256());
    }
  }

  private void deleteFile(String path) throws IOException {
    explained(
        "delete",
        path,
        () -> {
          files.delete(path);
          return true;
        });
  }

  private static String staged(String key, String handle) {
    return ObjectKeys.STAGING
        + "/"
        + ObjectKeys.check(key)
        + "/"
        + LocalStaging.checkHandle(handle);
  }

  /** Names the place, which the file systems' own messages often leave out. */
  private <T> T explained(String action, String path, LocalDirectories.Step<T> step)
      throws IOException {
    try {
      return step.run();
    } catch (NoSuchFileException
        | EOFException
        | PendingLostException
        | PreconditionFailedException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "Could not " + action + " " + files.address(path) + ": " + e.getMessage(), e);
    }
  }
}
