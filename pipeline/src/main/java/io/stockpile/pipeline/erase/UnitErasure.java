package io.stockpile.pipeline.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.derive.LineErasing;
import io.stockpile.pipeline.erase.landed.LandedEraser;
import io.stockpile.pipeline.erase.text.Erased;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.erase.text.LatelyAsked;
import io.stockpile.pipeline.erase.text.LineEraser;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.erase.text.RecordSweep;
import io.stockpile.pipeline.lines.LineEdit;
import io.stockpile.pipeline.manifest.OtherIds;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.TableSchema;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Erases ids from the lines of one unit and counts what was removed, by reason. Not thread-safe.
 */
public final class UnitErasure implements LineErasing {
  private final Vocabulary vocabulary;
  private final ErasedIds ids;
  private final LatelyAsked asked;
  private final IdNotes notes;
  private final Map<String, Tally> objects = new HashMap<>();
  private final Map<List<String>, Look> looks = new HashMap<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();

  /** What was removed from one object. */
  private static final class Tally {
    private long gone;
    private long changed;
  }

  public UnitErasure(Vocabulary vocabulary, ErasedIds ids) {
    this.vocabulary = vocabulary;
    this.ids = ids;
    asked = new LatelyAsked(ids);
    notes = new IdNotes(vocabulary);
  }

  @Override
  public LineEdit begin(String key) {
    if (ids.isEmpty()) {
      return LineEdit.NONE;
    }
    Tally tally = objects.computeIfAbsent(key, any -> new Tally());
    LineEraser eraser = LineEraser.of(vocabulary, ids);
    return (bytes, from, to) -> {
      Erased erased = eraser.erase(bytes, from, to);
      if (erased instanceof Erased.Whole whole) {
        tally.gone++;
        count(whole.reasons().subList(0, 1));
        return Optional.of(new byte[0]);
      }
      if (erased instanceof Erased.Rewritten rewritten) {
        tally.changed++;
        count(rewritten.reasons());
        return Optional.of(rewritten.line());
      }
      return Optional.empty();
    };
  }

  @Override
  public Look look(TableSchema table, String format) {
    return looks.computeIfAbsent(
        List.of(table.name(), format),
        any ->
            ids.isEmpty()
                ? LineErasing.NONE.look(table, format)
                : new RecordSweep(table, format, asked)::finds);
  }

  @Override
  public void row(TableSchema table, ShreddedRecord record) {
    notes.row(table, record);
  }

  @Override
  public void besidesRows(byte[] bytes, int from, int to, boolean whole) {
    notes.line(bytes, from, to, whole);
  }

  /** All ids that the unit names outside its columns of ids; empty when they are not known. */
  public Optional<OtherIds> otherIds() {
    return notes.ids();
  }

  private void count(List<Reason> each) {
    for (Reason reason : each) {
      reasons.merge(reason.kind().label() + "." + reason.part().label(), 1L, Long::sum);
    }
  }

  LandedEraser landedEraser(ObjectStore store) {
    return new LandedEraser(store, vocabulary, ids);
  }

  @Override
  public long erasedLines(String key) {
    return objects.containsKey(key) ? objects.get(key).gone : 0;
  }

  /** Whether anything was removed from the object. */
  boolean touches(String key) {
    return objects.containsKey(key) && objects.get(key).gone + objects.get(key).changed > 0;
  }

  /** Whether anything was removed. */
  public boolean touches() {
    return objects.keySet().stream().anyMatch(this::touches);
  }

  /**
   * How often something was removed for each reason: {@code message.line} for whole lines that were
   * removed because of a message, {@code tweet.embedded} for tweets inside other records, {@code
   * places.place} for places.
   */
  public SortedMap<String, Long> reasons() {
    return Collections.unmodifiableSortedMap(reasons);
  }
}
