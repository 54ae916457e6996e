package io.stockpile.pipeline.erase;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.erase.text.LineEraser;
import io.stockpile.pipeline.erase.text.RecordSweep;
import io.stockpile.pipeline.manifest.OtherIds;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.TableSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down which ids a unit names where no column of ids shows them, as long as they are few.
 * They are those that the eraser would ask for: it is run over the same texts, and everything that
 * it asks for is written down. Not thread-safe.
 */
final class IdNotes {
  /** More ids than these would make a manifest large, and many a search in vain. */
  private static final int MOST = 2000;

  private final Set<Long> ids = new HashSet<>();
  private final LineEraser lines;
  private final Map<String, RecordSweep> texts = new HashMap<>();
  private boolean complete;

  IdNotes(Vocabulary vocabulary) {
    lines = LineEraser.of(vocabulary, new Asked());
    // Of a page more lies in the landing than its records.
    complete = vocabulary != Vocabulary.STOCKTWITS_PAGES;
  }

  void row(TableSchema table, ShreddedRecord record) {
    if (complete) {
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

  /** All of them; empty when there are too many, or not all could be seen. */
  Optional<OtherIds> ids() {
    return complete ? Optional.of(OtherIds.of(ids)) : Optional.empty();
  }

  /** Takes whatever it is asked for for an id that is not erased, and writes it down. */
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
