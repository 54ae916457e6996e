package io.stockpile.pipeline.parquet;

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

/** A store whose staged objects take so many bytes all together, and no more. */
final class DiskFullStore implements ObjectStore {
  private final ObjectStore store;
  private long left;

  DiskFullStore(ObjectStore store, long capacity) {
    this.store = store;
    this.left = capacity;
  }

  @Override
  public StagedObject stage(String key) throws IOException {
    StagedObject staged = store.stage(key);
    return new StagedObject() {
      @Override
      public void write(int value) throws IOException {
        take(1);
        staged.write(value);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        take(length);
        staged.write(bytes, offset, length);
      }

      @Override
      public long position() {
        return staged.position();
      }

      @Override
      public PendingObject finish() throws IOException {
        return staged.finish();
      }

      @Override
      public void close() throws IOException {
        staged.close();
      }
    };
  }

  private void take(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public String root() {
    return store.root();
  }

  @Override
  public Optional<StoredObject> find(String key) throws IOException {
    return store.find(key);
  }

  @Override
  public List<StoredObject> list(String prefix) throws IOException {
    return store.list(prefix);
  }

  @Override
  public InputStream read(String key) throws IOException {
    return store.read(key);
  }

  @Override
  public byte[] read(String key, long offset, int length) throws IOException {
    return store.read(key, offset, length);
  }

  @Override
  public Optional<Versioned> readVersioned(String key) throws IOException {
    return store.readVersioned(key);
  }

  @Override
  public void complete(PendingObject pending) throws IOException {
    store.complete(pending);
  }

  @Override
  public void abort(PendingObject pending) throws IOException {
    store.abort(pending);
  }

  @Override
  public int abortPending(String prefix, Predicate<String> keys) throws IOException {
    return store.abortPending(prefix, keys);
  }

  @Override
  public String putIfAbsent(String key, byte[] content) throws IOException {
    return store.putIfAbsent(key, content);
  }

  @Override
  public String putIfUnchanged(String key, byte[] content, String version) throws IOException {
    return store.putIfUnchanged(key, content, version);
  }

  @Override
  public void delete(String key) throws IOException {
    store.delete(key);
  }

  @Override
  public void close() {
    store.close();
  }
}
