package io.stockpile.connectors.testing;

import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingLostException;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An object store in memory. Each call takes effect at one instant, as on S3. Completing a staged
 * object under an existing key fails.
 */
public class InMemoryStore implements ObjectStore {
  private record Visible(byte[] content, String version) {}

  private record Staged(String key, byte[] content) {}

  private final Map<String, Visible> visible = new TreeMap<>();
  private final Map<String, Staged> staged = new TreeMap<>();
  private long counter;

  /**
   * The keys of all objects except those in {@code _looks}, because a killed run leaves some that
   * have no meaning any more.
   */
  public synchronized List<String> keys() {
    return visible.keySet().stream().filter(key -> !key.startsWith("_looks/")).toList();
  }

  public synchronized List<String> pendingKeys() {
    return staged.values().stream().map(Staged::key).toList();
  }

  public synchronized String text(String key) {
    return new String(visible.get(key).content(), StandardCharsets.UTF_8);
  }

  public synchronized void put(String key, byte[] content) {
    visible.put(key, new Visible(content, "v" + counter++));
  }

  public synchronized void losePending() {
    staged.clear();
  }

  @Override
  public String root() {
    return "memory:";
  }

  @Override
  public synchronized Optional<StoredObject> find(String key) {
    return Optional.ofNullable(visible.get(key))
        .map(found -> new StoredObject(key, found.content().length));
  }

  @Override
  public synchronized List<StoredObject> list(String prefix) throws IOException {
    return visible.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(entry -> new StoredObject(entry.getKey(), entry.getValue().content().length))
        .toList();
  }

  @Override
  public synchronized InputStream read(String key) throws IOException {
    return new ByteArrayInputStream(content(key));
  }

  @Override
  public synchronized byte[] read(String key, long offset, int length) throws IOException {
    byte[] content = content(key);
    if (offset + length > content.length) {
      throw new EOFException(key);
    }
    return Arrays.copyOfRange(content, (int) offset, (int) offset + length);
  }

  private byte[] content(String key) throws IOException {
    if (!visible.containsKey(key)) {
      throw new NoSuchFileException(key);
    }
    return visible.get(key).content();
  }

  @Override
  public synchronized Optional<Versioned> readVersioned(String key) throws IOException {
    return Optional.ofNullable(visible.get(key))
        .map(found -> new Versioned(found.content(), found.version()));
  }

  @Override
  public synchronized StagedObject stage(String key) throws IOException {
    String handle = "upload-" + counter++;
    staged.put(handle, new Staged(key, new byte[0]));
    return new StagedBytes(key, handle);
  }

  @Override
  public synchronized void complete(PendingObject pending) throws IOException {
    Staged bytes = staged.remove(pending.handle());
    if (bytes != null) {
      Visible before = visible.get(pending.key());
      if (before != null && !Arrays.equals(before.content(), bytes.content())) {
        throw new AssertionError(pending.key() + " gets other bytes under its name");
      }
      visible.put(pending.key(), new Visible(bytes.content(), "v" + counter++));
      return;
    }
    Visible now = visible.get(pending.key());
    if (now == null || !Sha256.of(now.content()).equals(pending.sha256())) {
      throw new PendingLostException(pending.key() + ": its bytes are gone");
    }
  }

  @Override
  public synchronized void abort(PendingObject pending) throws IOException {
    staged.remove(pending.handle());
  }

  @Override
  public synchronized int abortPending(String prefix, Predicate<String> keys, Instant since) {
    if (!since.equals(Instant.MAX)) {
      // Everything was staged just now.
      return 0;
    }
    int before = staged.size();
    staged.values().removeIf(object -> object.key().startsWith(prefix) && keys.test(object.key()));
    return before - staged.size();
  }

  @Override
  public synchronized String putIfAbsent(String key, byte[] content) throws IOException {
    if (visible.containsKey(key)) {
      throw new PreconditionFailedException(key + " is there already");
    }
    String version = "v" + counter++;
    visible.put(key, new Visible(content.clone(), version));
    return version;
  }

  @Override
  public synchronized String putIfUnchanged(String key, byte[] content, String version)
      throws IOException {
    if (!visible.containsKey(key) || !visible.get(key).version().equals(version)) {
      throw new PreconditionFailedException(key + " is not at " + version);
    }
    String next = "v" + counter++;
    visible.put(key, new Visible(content.clone(), next));
    return next;
  }

  @Override
  public synchronized void delete(String key) throws IOException {
    visible.remove(key);
  }

  @Override
  public void close() {}

  private final class StagedBytes extends StagedObject {
    private final String key;
    private final String handle;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean finished;

    StagedBytes(String key, String handle) {
      this.key = key;
      this.handle = handle;
    }

    @Override
    public void write(int value) {
      bytes.write(value);
    }

    @Override
    public void write(byte[] values, int offset, int length) {
      bytes.write(values, offset, length);
    }

    @Override
    public long position() {
      return bytes.size();
    }

    @Override
    public String sha256() {
      return Sha256.of(bytes.toByteArray());
    }

    @Override
    public PendingObject finish() throws IOException {
      synchronized (InMemoryStore.this) {
        if (!staged.containsKey(handle)) {
          throw new PendingLostException(key + ": what was staged is gone");
        }
        staged.put(handle, new Staged(key, bytes.toByteArray()));
        finished = true;
        return new PendingObject(key, bytes.size(), Sha256.of(bytes.toByteArray()), handle);
      }
    }

    @Override
    public void close() {
      synchronized (InMemoryStore.this) {
        if (!finished) {
          staged.remove(handle);
        }
      }
    }
  }
}
