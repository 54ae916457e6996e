package io.stockpile.connectors.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The place of an archive. This text is the specification; a contract suite tests every
 * implementation against it.
 *
 * <p>Keys are relative to the root, with parts separated by slashes, without a leading slash,
 * without empty parts or parts that begin with a dot, without control characters, and not below
 * {@code _staging}; a key that breaks this is an {@link IllegalArgumentException}. No key may be a
 * directory of another, because some stores cannot hold both. Files under the root with other names
 * are not listed. An object is visible whole or not at all: no reader ever sees a part of one,
 * whatever fails. Every read and list after an object was completed or put sees it.
 *
 * <p>Implementations are thread-safe, retry what is worth retrying themselves, and throw {@link
 * java.io.IOException} with the store's own reason when they give up. A missing object is a {@link
 * java.nio.file.NoSuchFileException}. No message holds a secret.
 */
public interface ObjectStore extends AutoCloseable {

  /** The root as the user wrote it, for messages. */
  String root();

  /** The object's size, or empty when nothing is visible under the key. */
  Optional<StoredObject> find(String key) throws IOException;

  /**
   * All visible objects whose keys begin with the prefix, in key order. Staged bytes are never
   * among them.
   */
  List<StoredObject> list(String prefix) throws IOException;

  /**
   * Reads the whole object. If the connection breaks, reading continues at the same byte of the
   * same version.
   */
  InputStream read(String key) throws IOException;

  /**
   * Reads {@code length} bytes from {@code offset}.
   *
   * @throws java.io.EOFException when the object ends before {@code offset + length}
   */
  byte[] read(String key, long offset, int length) throws IOException;

  /** Reads a small object whole, with its version; empty when there is none. */
  Optional<Versioned> readVersioned(String key) throws IOException;

  /**
   * Begins to write an object. The memory does not depend on its size. Several staged objects for
   * the same key do not disturb each other.
   */
  StagedObject stage(String key) throws IOException;

  /**
   * Makes a pending object visible and replaces an existing one. Completing it again, in this or
   * another process, is no error unless it was replaced since.
   *
   * @throws PendingLostException when its bytes are gone and another object is visible
   */
  void complete(PendingObject pending) throws IOException;

  /**
   * Discards the bytes of a pending object. If it was aborted or completed before, nothing happens.
   */
  void abort(PendingObject pending) throws IOException;

  /**
   * Throws away whatever was staged and never completed under the keys that match, by any process.
   * A process that is still writing one of them fails at its next step, at the latest when it
   * completes it.
   *
   * @param prefix all keys in question begin with it
   * @return how many were thrown away
   */
  default int abortPending(String prefix, Predicate<String> keys) throws IOException {
    return abortPending(prefix, keys, Instant.MAX);
  }

  /**
   * The same, of what nobody has written to since an instant; on S3 and {@code hdfs://}, where that
   * is not known, of what was begun before it. What has no known time stays.
   */
  int abortPending(String prefix, Predicate<String> keys, Instant since) throws IOException;

  /**
   * Writes a small object where there is none.
   *
   * @return the new version
   * @throws PreconditionFailedException when there is one; of several writers at once exactly one
   *     succeeds
   */
  String putIfAbsent(String key, byte[] content) throws IOException;

  /**
   * Replaces a small object that is still at the given version.
   *
   * @return the new version
   * @throws PreconditionFailedException when it is at another version or gone; of several writers
   *     at once exactly one succeeds
   */
  String putIfUnchanged(String key, byte[] content, String version) throws IOException;

  /** Removes an object. If there is none, nothing happens. */
  void delete(String key) throws IOException;

  /** What the store keeps of objects that are removed or replaced. Backups do not count. */
  default Retention retention() throws IOException {
    return Retention.UNKNOWN;
  }

  @Override
  void close();
}
