package io.stockpile.pipeline.manifest;

import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Reads the manifests of an archive. Thread-safe if the store is. */
public final class ManifestStore {
  /** The prefix of the keys of all manifests. */
  public static final String PREFIX = "_manifests/";

  private static final int READERS = 8;

  private final ObjectStore store;

  public ManifestStore(ObjectStore store) {
    this.store = store;
  }

  /** What was found under a manifest's key. */
  public sealed interface Entry {
    String key();

    /**
     * A manifest that can be read.
     *
     * @param version the version of the object that was read
     */
    record Readable(String key, Manifest manifest, String version) implements Entry {}

    /**
     * A file that this version cannot read as a manifest.
     *
     * @param message why it cannot be read
     */
    record Broken(String key, String message) implements Entry {}
  }

  /** The manifest under the key, or empty when there is none. */
  public Optional<Entry> find(String key) throws IOException {
    Optional<Versioned> found = store.readVersioned(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      Manifest manifest = Manifest.fromJson(key, found.get().content());
      return Optional.of(new Entry.Readable(key, manifest, found.get().version()));
    } catch (BrokenRecordException e) {
      return Optional.of(new Entry.Broken(key, e.getMessage()));
    }
  }

  /**
   * Like {@link #find}, but fails if the manifest cannot be read.
   *
   * @throws BrokenRecordException when there is a manifest that cannot be read
   */
  public Optional<Entry.Readable> load(String key) throws IOException {
    Optional<Versioned> found = store.readVersioned(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Manifest manifest = Manifest.fromJson(key, found.get().content());
    return Optional.of(new Entry.Readable(key, manifest, found.get().version()));
  }

  /**
   * All manifests whose keys begin with the prefix and match, in the order of their keys. A
   * manifest that is removed meanwhile is left out.
   */
  public List<Entry> readAll(String prefix, Predicate<String> keys) throws IOException {
    List<String> wanted =
        store.list(prefix).stream()
            .map(StoredObject::key)
            .filter(key -> key.endsWith(".json"))
            .filter(keys)
            .toList();
    if (wanted.size() < READERS) {
      List<Entry> entries = new ArrayList<>();
      for (String key : wanted) {
        find(key).ifPresent(entries::add);
      }
      return List.copyOf(entries);
    }
    return readTogether(wanted);
  }

  private List<Entry> readTogether(List<String> keys) throws IOException {
    List<Callable<Optional<Entry>>> reads = new ArrayList<>();
    for (String key : keys) {
      reads.add(() -> find(key));
    }
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Entry> entries = new ArrayList<>();
      for (Future<Optional<Entry>> read : readers.invokeAll(reads)) {
        read.get().ifPresent(entries::add);
      }
      return List.copyOf(entries);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while the manifests were read");
    } catch (ExecutionException e) {
      throw new IOException("The manifests cannot be read: " + e.getCause().getMessage(), e);
    } finally {
      readers.shutdownNow();
    }
  }
}
