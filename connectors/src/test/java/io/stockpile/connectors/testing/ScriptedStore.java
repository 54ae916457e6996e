package io.stockpile.connectors.testing;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.Retention;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A store as one process sees it, with faults at the calls that a script chooses. */
public final class ScriptedStore implements ObjectStore {
  private final ObjectStore store;
  private final StoreScript script;
  private int calls;
  private int changes;

  public ScriptedStore(ObjectStore store, StoreScript script) {
    this.store = store;
    this.script = script;
  }

  private interface Action<T> {
    T run() throws IOException;
  }

  private interface Change {
    void run() throws IOException;
  }

  /** How many calls were made. */
  public synchronized int calls() {
    return calls;
  }

  /** How many calls were made that change what is stored, including those that failed. */
  public synchronized int changes() {
    return changes;
  }

  private synchronized StoreScript.Call next(String key, boolean change) {
    calls++;
    changes += change ? 1 : 0;
    return new StoreScript.Call(calls, changes, key);
  }

  private <T> T reading(String key, Action<T> action) throws IOException {
    return run(next(key, false), action);
  }

  private <T> T changing(String key, Action<T> action) throws IOException {
    return run(next(key, true), action);
  }

  private void changingOnly(String key, Change change) throws IOException {
    StoreScript.Call call = next(key, true);
    script.before(call);
    change.run();
    script.after(call);
  }

  private <T> T run(StoreScript.Call call, Action<T> action) throws IOException {
    script.before(call);
    T result = action.run();
    script.after(call);
    return result;
  }

  @Override
  public String root() {
    return store.root();
  }

  @Override
  public Optional<StoredObject> find(String key) throws IOException {
    return reading(key, () -> store.find(key));
  }

  @Override
  public List<StoredObject> list(String prefix) throws IOException {
    return reading(prefix, () -> store.list(prefix));
  }

  @Override
  public InputStream read(String key) throws IOException {
    return reading(key, () -> store.read(key));
  }

  @Override
  public byte[] read(String key, long offset, int length) throws IOException {
    return reading(key, () -> store.read(key, offset, length));
  }

  @Override
  public Optional<Versioned> readVersioned(String key) throws IOException {
    return reading(key, () -> store.readVersioned(key));
  }

  @Override
  public StagedObject stage(String key) throws IOException {
    StagedObject staged = changing(key, () -> store.stage(key));
    return new StagedObject() {
      @Override
      public void write(int value) throws IOException {
        script.staging(1);
        staged.write(value);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        script.staging(length);
        staged.write(bytes, offset, length);
      }

      @Override
      public long position() {
        return staged.position();
      }

      @Override
      public String sha256() {
        return staged.sha256();
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

  @Override
  public void complete(PendingObject pending) throws IOException {
    changingOnly(pending.key(), () -> store.complete(pending));
  }

  @Override
  public void abort(PendingObject pending) throws IOException {
    changingOnly(pending.key(), () -> store.abort(pending));
  }

  @Override
  public int abortPending(String prefix, Predicate<String> keys, Instant since) throws IOException {
    return changing(prefix, () -> store.abortPending(prefix, keys, since));
  }

  @Override
  public String putIfAbsent(String key, byte[] content) throws IOException {
    return changing(key, () -> store.putIfAbsent(key, content));
  }

  @Override
  public String putIfUnchanged(String key, byte[] content, String version) throws IOException {
    return changing(key, () -> store.putIfUnchanged(key, content, version));
  }

  @Override
  public void delete(String key) throws IOException {
    changingOnly(key, () -> store.delete(key));
  }

  @Override
  public Retention retention() throws IOException {
    return store.retention();
  }

  @Override
  public void close() {
    store.close();
  }
}
