package io.stockpile.pipeline.erase;

import com.carrotsearch.hppc.LongHashSet;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.erase.text.LineEraser;
import io.stockpile.pipeline.erase.text.RecordSweep;
import io.stockpile.pipeline.manifest.OtherIds;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.TableSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Collects the ids that a unit names outside its columns of ids, unless they are too many. To find
 * them, it runs the eraser over the same texts with a list that says no to every id, and notes each
 * id that the eraser asks for. Not thread-safe.
 */
final class IdNotes {
  /**
   * With more ids a manifest would become large, and most units would have to be searched anyway.
   */
  private static final int MOST = 2000;

  private final LongHashSet ids = new LongHashSet();
  private final LineEraser lines;
  private final Map<String, RecordSweep> texts = new HashMap<>();
  private boolean complete;

  IdNotes(Vocabulary vocabulary) {
    lines = LineEraser.of(vocabulary, new Asked());
    // A landed page contains more than its records, and that is not seen here.
    complete = vocabulary != Vocabulary.STOCKTWITS_PAGES;
  }

  void row(TableSchema table, ShreddedRecord record) {
    if (complete && record.hasJson()) {
      texts
          .computeIfAbsent(table.name(), any -> RecordSweep.ofTexts(table, this::note))
          .finds(record);
    }
  }

  void line(byte[] bytes, int from, int to, boolean whole) {
    complete &= whole;
    if (complete) {
      lines.erase(bytes, from, to);
    }
  }

  private boolean note(long id) {
    if (ids.size() < MOST) {
      ids.add(id);
    } else {
      complete &= ids.contains(id);
    }
    return !complete;
  }

  /** All these ids; empty when there are too many, or when some could not be seen. */
  Optional<OtherIds> ids() {
    return complete
        ? Optional.of(OtherIds.of(LongStream.of(ids.toArray()).boxed().toList()))
        : Optional.empty();
  }

  /** Says that no id is erased, and notes each id that it is asked for. */
  private final class Asked implements ErasedIds {
    @Override
    public boolean any(long id) {
      note(id);
      return false;
    }

    @Override
    public boolean message(long id) {
      return any(id);
    }

    @Override
    public boolean stocktwitsUser(long id) {
      return any(id);
    }

    @Override
    public boolean tweet(long id) {
      return any(id);
    }

    @Override
    public boolean twitterUser(long id) {
      return any(id);
    }

    @Override
    public long placesUpTo(long twitterUserId) {
      any(twitterUserId);
      return NO_PLACES;
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
