package io.stockpile.pipeline.sources.stocktwits;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.RecordFile;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.SweepAccount;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notes about the manifests of a stream's sweeps in one object, so that a run reads only the
 * manifests that are new since. A note is valid while there is a manifest of the same size. Notes
 * that cannot be read are ignored and written again.
 */
final class SweepNotes {
  private static final int VERSION = 1;

  /**
   * How many manifests without a note may be read by each run; if there are more, they are noted.
   */
  private static final int FEW = 64;

  private final ObjectStore store;
  private final ApiStream stream;
  private final String key;

  SweepNotes(ObjectStore store, ApiStream stream) {
    this.store = store;
    this.stream = stream;
    this.key = "_sweeps/" + SweepUnit.series(stream) + ".json";
  }

  /**
   * A sweep with a manifest.
   *
   * @param span empty when it covers no ids, or when its manifest cannot be read
   */
  record Committed(SweepUnit unit, boolean readable, Optional<Span> span) {}

  /**
   * The sweeps with a manifest, in the order of time.
   *
   * @param mayWrite whether the notes may be updated
   */
  List<Committed> read(boolean mayWrite) throws IOException {
    Optional<Versioned> stored = store.readVersioned(key);
    Map<String, Note> noted = stored.map(this::notes).orElse(Map.of());
    Map<String, Note> current = new TreeMap<>();
    Map<String, StoredObject> unknown = new HashMap<>();
    String prefix = ManifestStore.PREFIX + SweepUnit.series(stream) + "/";
    for (StoredObject manifest : store.list(prefix)) {
      Optional<SweepUnit> unit =
          SweepUnit.ofKey(manifest.key()).filter(found -> found.stream().equals(stream));
      if (unit.isPresent()) {
        Note note = noted.get(unit.get().id());
        if (note != null && note.bytes() == manifest.bytes()) {
          current.put(unit.get().id(), note);
        } else {
          unknown.put(manifest.key(), manifest);
        }
      }
    }
    List<Committed> all = new ArrayList<>();
    for (ManifestStore.Entry entry :
        new ManifestStore(store).readAll(prefix, unknown::containsKey)) {
      SweepUnit unit = SweepUnit.ofKey(entry.key()).orElseThrow();
      if (entry instanceof ManifestStore.Entry.Readable readable) {
        Optional<Span> span = Span.of(readable.manifest());
        current.put(unit.id(), Note.of(unit.id(), unknown.get(entry.key()).bytes(), span));
      } else {
        all.add(new Committed(unit, false, Optional.empty()));
      }
    }
    for (Note note : current.values()) {
      SweepUnit unit = new SweepUnit(stream, SweepUnit.begun(note.sweep()));
      all.add(new Committed(unit, true, note.span()));
    }
    if (mayWrite && unknown.size() >= FEW) {
      write(stored, current);
    }
    return all;
  }

  private Map<String, Note> notes(Versioned stored) {
    try {
      Map<String, Note> notes = new HashMap<>();
      NotesFile file =
          RecordFile.read(key, stored.content(), VERSION, NotesFile.class, found -> found);
      file.sweeps().forEach(note -> notes.put(note.sweep(), note));
      return notes;
    } catch (BrokenRecordException e) {
      return Map.of();
    }
  }

  private void write(Optional<Versioned> stored, Map<String, Note> notes) throws IOException {
    byte[] json =
        RecordFile.write(new NotesFile(VERSION, stream.toString(), List.copyOf(notes.values())));
    try {
      if (stored.isPresent()) {
        store.putIfUnchanged(key, json, stored.get().version());
      } else {
        store.putIfAbsent(key, json);
      }
    } catch (PreconditionFailedException e) {
      // Another process has written notes that are as good.
      return;
    }
  }

  private record NotesFile(int version, String stream, List<Note> sweeps) {}

  /**
   * The note about one manifest.
   *
   * @param sweep the id of the sweep
   * @param bytes the size of the manifest
   * @param top null when the sweep covers no ids; likewise the others
   */
  private record Note(
      String sweep,
      long bytes,
      @JsonInclude(Include.NON_NULL) Long bottom,
      @JsonInclude(Include.NON_NULL) Long top,
      boolean asked,
      boolean ended,
      @JsonInclude(Include.NON_NULL) SweepAccount.End end,
      @JsonInclude(Include.NON_NULL) Instant oldestAt) {

    static Note of(String sweep, long bytes, Optional<Span> span) {
      return span.map(
              some ->
                  new Note(
                      sweep,
                      bytes,
                      some.bottom(),
                      some.top(),
                      some.asked(),
                      some.ended(),
                      some.end(),
                      some.oldestAt().orElse(null)))
          .orElseGet(() -> new Note(sweep, bytes, null, null, false, false, null, null));
    }

    Optional<Span> span() {
      return top == null
          ? Optional.empty()
          : Optional.of(
              new Span(sweep, bottom, top, asked, ended, end, Optional.ofNullable(oldestAt)));
    }
  }
}
