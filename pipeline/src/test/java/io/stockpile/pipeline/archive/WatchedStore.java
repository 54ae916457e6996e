package io.stockpile.pipeline.archive;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One process's view of a store: a watcher is told before and after each of its calls. */
class WatchedStore implements ObjectStore {
  private final ObjectStore store;
  private int calls;

  WatchedStore(ObjectStore store) {
    this.store = store;
  }

  /** How many calls were made. */
  int calls() {
    return calls;
  }

  /** Called before the call of the number, from 1. */
  void before(int call) {}

  /** Called after it has had its effect. */
  void after(int call) {}

  private interface Call<T> {
    T run() throws IOException;
  }

  private <T> T watched(Call<T> action) throws IOException {
    int number = ++calls;
    before(number);
    T result = action.run();
    after(number);
    return result;
  }

  private void watchedVoid(Call<Boolean> action) throws IOException {
    if (!watched(action)) {
      throw new IllegalStateException("A call reports that it was done");
    }
  }

  @Override
  public String root() {
    return store.root();
  }

  @Override
  public Optional<StoredObject> find(String key) throws IOException {
    return watched(() -> store.find(key));
  }

  @Override
  public List<StoredObject> list(String prefix) throws IOException {
    return watched(() -> store.list(prefix));
  }

  @Override
  public InputStream read(String key) throws IOException {
    return watched(() -> store.read(key));
  }

  @Override
  public byte[] read(String key, long offset, int length) throws IOException {
    return watched(() -> store.read(key, offset, length));
  }

  @Override
  public Optional<Versioned> readVersioned(String key) throws IOException {
    return watched(() -> store.readVersioned(key));
  }

  @Override
  public StagedObject stage(String key) throws IOException {
    return watched(() -> store.stage(key));
  }

  @Override
  public void complete(PendingObject pending) throws IOException {
    watchedVoid(
        () -> {
          store.complete(pending);
          return true;
        });
  }

  @Override
  public void abort(PendingObject pending) throws IOException {
    watchedVoid(
        () -> {
          store.abort(pending);
          return true;
        });
  }

  @Override
  public int abortPending(String prefix, Predicate<String> keys) throws IOException {
    return watched(() -> store.abortPending(prefix, keys));
  }

  @Override
  public String putIfAbsent(String key, byte[] content) throws IOException {
    return watched(() -> store.putIfAbsent(key, content));
  }

  @Override
  public String putIfUnchanged(String key, byte[] content, String version) throws IOException {
    return watched(() -> store.putIfUnchanged(key, content, version));
  }

  @Override
  public void delete(String key) throws IOException {
    watchedVoid(
        () -> {
          store.delete(key);
          return true;
        });
  }

  @Override
  public void close() {
    store.close();
  }
}
