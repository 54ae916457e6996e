package io.stockpile.pipeline.tombstones;

import io.stockpile.connectors.json.RecordFile;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and replaces the tombstones of an archive. {@code _tombstones/current.json} names the file
 * of the valid list. Thread-safe if the store is.
 */
public final class TombstoneStore {
  private static final String PREFIX = "_tombstones/";
  private static final String CURRENT = PREFIX + "current.json";
  private static final Pattern LIST_FILE = Pattern.compile(PREFIX + "(\\d{1,9})-.+\\.parquet");

  private final ObjectStore store;

  public TombstoneStore(ObjectStore store) {
    this.store = store;
  }

  /**
   * The index as it was read.
   *
   * @param version the version of its file; empty when there is none
   */
  public record Held(TombstoneIndex index, String version) {}

  /** Reads the index. */
  public Held index() throws IOException {
    Optional<Versioned> found = store.readVersioned(CURRENT);
    if (found.isEmpty()) {
      return new Held(TombstoneIndex.NOTHING, "");
    }
    TombstoneIndex index =
        RecordFile.read(
            CURRENT,
            found.get().content(),
            TombstoneIndex.VERSION,
            TombstoneIndex.class,
            read -> read);
    return new Held(index, found.get().version());
  }

  /** Reads the list that an index names. */
  public TombstoneList list(TombstoneIndex index) throws IOException {
    return index.path().isEmpty()
        ? TombstoneList.NONE
        : TombstoneFile.read(store, index.path(), index.list());
  }

  /**
   * Replaces the list and what is known of units. If the process is killed meanwhile, the archive
   * has either the former list or this one.
   *
   * @param held the index as it was read before
   * @param list the list of that index, or the next one
   * @param run the name of the run, which no other run has; it must be fit for a file name
   * @return the new index
   * @throws io.stockpile.connectors.store.PreconditionFailedException when another process has
   *     changed the index meanwhile
   */
  public Held replace(
      Held held,
      TombstoneList list,
      Map<String, TombstoneIndex.Seen> units,
      String run,
      Instant now)
      throws IOException {
    TombstoneIndex before = held.index();
    TombstoneIndex after = before.with(units);
    Optional<PendingObject> written = Optional.empty();
    if (list.number() != before.list()) {
      String key = PREFIX + list.number() + "-" + run + ".parquet";
      written = Optional.of(TombstoneFile.write(store, key, list));
      after =
          new TombstoneIndex(
              TombstoneIndex.VERSION,
              list.number(),
              key,
              written.get().sha256(),
              list.counts(),
              now,
              run,
              after.units());
    }
    if (after.equals(before)) {
      return held;
    }
    byte[] json = RecordFile.write(after);
    try {
      String version =
          held.version().isEmpty()
              ? store.putIfAbsent(CURRENT, json)
              : store.putIfUnchanged(CURRENT, json, held.version());
      if (written.isPresent()) {
        removeFormer(after);
      }
      return new Held(after, version);
    } catch (IOException e) {
      if (written.isPresent()) {
        removeLost(written.get().key(), e);
      }
      throw e;
    }
  }

  /**
   * Removes the files of earlier lists. Files of later lists stay, because another process may be
   * about to make one valid.
   */
  private void removeFormer(TombstoneIndex kept) throws IOException {
    for (StoredObject object : store.list(PREFIX)) {
      Matcher file = LIST_FILE.matcher(object.key());
      if (file.matches() && Integer.parseInt(file.group(1)) < kept.list()) {
        store.delete(object.key());
      }
    }
  }

  /**
   * Removes the file of a list that did not become valid. It stays if it may have become valid
   * after all.
   */
  private void removeLost(String key, IOException because) {
    try {
      if (!index().index().path().equals(key)) {
        store.delete(key);
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
