package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.RecordFile;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import io.stockpile.pipeline.erase.text.ErasedIds;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.List;
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
  private static final Pattern LIST_FILE =
      Pattern.compile(PREFIX + "(\\d{1,9})-.+\\.(?:parquet|ids)");

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

  /**
   * Reads the index.
   *
   * @throws LostTombstonesException when it is damaged
   */
  public Held index() throws IOException {
    Optional<Versioned> found = store.readVersioned(CURRENT);
    return found.isEmpty()
        ? new Held(TombstoneIndex.NOTHING, "")
        : new Held(index(found.get().content()), found.get().version());
  }

  private static TombstoneIndex index(byte[] json) throws IOException {
    try {
      return RecordFile.read(
          CURRENT, json, TombstoneIndex.VERSION, TombstoneIndex.class, read -> read);
    } catch (BrokenRecordException e) {
      throw isOfAnotherVersion(json) ? e : new LostTombstonesException(e.getMessage(), e);
    }
  }

  private static boolean isOfAnotherVersion(byte[] json) {
    try {
      return RecordFile.parse(CURRENT, json).as(Head.class, Head::version)
          != TombstoneIndex.VERSION;
    } catch (BrokenRecordException e) {
      return false;
    }
  }

  private record Head(int version) {}

  /**
   * Reads the list that the index names.
   *
   * @throws LostTombstonesException when it is gone or is not what was written
   */
  public TombstoneList list(TombstoneIndex index) throws IOException {
    if (index.path().isEmpty()) {
      return TombstoneList.NONE;
    }
    try {
      return TombstoneFile.read(store, index.path(), index.list());
    } catch (IOException | RuntimeException e) {
      if (!isAsWritten(index)) {
        throw lost(index, e);
      }
      throw e;
    }
  }

  /**
   * Reads the ids to erase of the list that the index names, where possible from their copy for
   * lookups.
   *
   * @throws LostTombstonesException when the list is gone or is not what was written, even if the
   *     copy is
   */
  public ErasedIds ids(TombstoneIndex index) throws IOException {
    if (index.path().isEmpty()) {
      return TombstoneList.NONE.inForce();
    }
    if (!isAsWritten(index)) {
      throw lost(index, null);
    }
    Optional<TombstoneIds> copy = IdsFile.beside(index.path(), index.sha256(), store);
    return copy.isPresent() ? copy.get() : list(index).inForce();
  }

  private static LostTombstonesException lost(TombstoneIndex index, Throwable cause) {
    return new LostTombstonesException(index.path() + " is gone, or not what was written", cause);
  }

  private boolean isAsWritten(TombstoneIndex index) throws IOException {
    try (DigestInputStream file =
        new DigestInputStream(store.read(index.path()), Sha256.digest())) {
      file.transferTo(OutputStream.nullOutputStream());
      return Sha256.hex(file.getMessageDigest()).equals(index.sha256());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Replaces the list and what is known of units. If the process is killed meanwhile, the archive
   * has either the former list or this one.
   *
   * @param held the index as it was read before
   * @param list the list of that index, or the next one
   * @param open the runs whose ledger may not say yet how they ended
   * @param run the name of the run, which no other run has; it must be fit for a file name
   * @return the new index
   * @throws io.stockpile.connectors.store.PreconditionFailedException when another process has
   *     changed the index meanwhile
   */
  public Held replace(
      Held held,
      TombstoneList list,
      Map<String, TombstoneIndex.Seen> units,
      List<String> open,
      String run,
      Instant now)
      throws IOException {
    TombstoneIndex before = held.index();
    TombstoneIndex after = before.with(units, open);
    Optional<PendingObject> written = Optional.empty();
    if (list.number() != before.list()) {
      // What a process that stopped had staged of a list. One that still writes its own fails, as
      // it would at the latest when its list was to become valid.
      store.abortPending(PREFIX, staged -> true);
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
              after.units(),
              after.open());
    }
    if (after.equals(before)) {
      return held;
    }
    byte[] json = RecordFile.write(after);
    try {
      if (written.isPresent()) {
        IdsFile.writeBeside(written.get(), list.inForce(), store);
      }
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
        store.delete(IdsFile.keyBeside(key));
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
