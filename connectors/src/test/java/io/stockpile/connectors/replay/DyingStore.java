package io.stockpile.connectors.replay;

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

/**
 * A store whose process is killed before its so manieth change: neither that nor anything after it
 * happens.
 */
final class DyingStore implements ObjectStore {
  private final ObjectStore store;
  private int left;

  DyingStore(ObjectStore store, int changes) {
    this.store = store;
    this.left = changes;
  }

  synchronized boolean dead() {
    return left < 0;
  }

  private synchronized void live() throws IOException {
    if (left < 0) {
      throw new IOException("dead");
    }
  }

  private synchronized void change() throws IOException {
    left--;
    live();
  }

  @Override
  public String root() {
    return store.root();
  }

  @Override
  public Optional<StoredObject> find(String key) throws IOException {
    live();
    return store.find(key);
  }

  @Override
  public List<StoredObject> list(String prefix) throws IOException {
    live();
    return store.list(prefix);
  }

  @Override
  public InputStream read(String key) throws IOException {
    live();
    return store.read(key);
  }

  @Override
  public byte[] read(String key, long offset, int length) throws IOException {
    live();
    return store.read(key, offset, length);
  }

  @Override
  public Optional<Versioned> readVersioned(String key) throws IOException {
    live();
    return store.readVersioned(key);
  }

  @Override
  public StagedObject stage(String key) throws IOException {
    change();
    return store.stage(key);
  }

  @Override
  public void complete(PendingObject pending) throws IOException {
    change();
    store.complete(pending);
  }

  @Override
  public void abort(PendingObject pending) throws IOException {
    change();
    store.abort(pending);
  }

  @Override
  public int abortPending(String prefix, Predicate<String> keys) throws IOException {
    change();
    return store.abortPending(prefix, keys);
  }

  @Override
  public String putIfAbsent(String key, byte[] content) throws IOException {
    change();
    return store.putIfAbsent(key, content);
  }

  @Override
  public String putIfUnchanged(String key, byte[] content, String version) throws IOException {
    change();
    return store.putIfUnchanged(key, content, version);
  }

  @Override
  public void delete(String key) throws IOException {
    change();
    store.delete(key);
  }

  @Override
  public void close() {
    store.close();
  }
}
