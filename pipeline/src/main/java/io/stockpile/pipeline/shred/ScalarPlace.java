package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.shred.values.Fit;
import io.stockpile.pipeline.shred.values.ValueReader;

/** A value that fills a scalar column. */
final class ScalarPlace extends Place {
  private final Scope scope;
  private final int slot;
  private final int column;
  private final int definition;
  private final ValueReader reader;

  // The slices of key and value that filled the column last; the value is empty when extra has it.
  private int takenKeyFrom;
  private int takenKeyTo;
  private int takenFrom;
  private int takenTo;

  ScalarPlace(
      Key key,
      int priority,
      Scope scope,
      int slot,
      int column,
      int definition,
      ValueReader reader) {
    super(key, priority);
    this.scope = scope;
    this.slot = slot;
    this.column = column;
    this.definition = definition;
    this.reader = reader;
  }

  @Override
  void read(Walk walk) throws MalformedLineException {
    JsonScanner scanner = walk.scanner();
    int keyFrom = scanner.textFrom();
    int keyTo = scanner.textTo();
    if (scanner.peek() == 'n') {
      scanner.literal();
      return;
    }
    if (hasRivals()) {
      readAmongRivals(walk, keyFrom, keyTo);
    } else if (excluded() || scope.isTaken(slot)) {
      walk.leftover(keyFrom, keyTo);
    } else {
      int from = scanner.position();
      Fit fit = reader.read(scanner, walk.record(), column, scope.repetition(), definition);
      if (fit != Fit.NO) {
        scope.take(slot, this, walk.record().size() - 1);
      }
      if (fit != Fit.YES) {
        walk.leftover(keyFrom, keyTo, from);
      }
    }
  }

  private void readAmongRivals(Walk walk, int keyFrom, int keyTo) throws MalformedLineException {
    JsonScanner scanner = walk.scanner();
    boolean taken = scope.isTaken(slot);
    boolean twin = taken && scope.taker(slot) instanceof ScalarPlace other && isTwinOf(other);
    boolean worse = excluded() || (taken && scope.taker(slot).priority() <= priority());
    if (worse && !twin) {
      walk.leftover(keyFrom, keyTo);
      return;
    }
    ShreddedRecord record = walk.record();
    int from = scanner.position();
    Fit fit = reader.read(scanner, record, column, scope.repetition(), definition);
    if (fit != Fit.NO && twin && saysTheSame(record)) {
      record.rollback(record.size() - 1);
    } else if (fit != Fit.NO && worse) {
      record.rollback(record.size() - 1);
      fit = Fit.NO;
    } else if (fit != Fit.NO) {
      fit = taken ? takeOver(walk, scope.taker(slot), fit) : take(record, fit);
      remember(keyFrom, keyTo, from, fit == Fit.YES ? scanner.position() : from);
    }
    if (fit != Fit.YES) {
      walk.leftover(keyFrom, keyTo, from);
    }
  }

  private Fit take(ShreddedRecord record, Fit fit) {
    scope.take(slot, this, record.size() - 1);
    return fit;
  }

  /** Whether one of the two reads a number and the other the same number written as text. */
  private boolean isTwinOf(ScalarPlace other) {
    return other != this && reader.readsText() != other.reader.readsText();
  }

  private boolean saysTheSame(ShreddedRecord record) {
    return record.number(scope.entry(slot)) == record.number(record.size() - 1);
  }

  private void remember(int keyFrom, int keyTo, int valueFrom, int valueTo) {
    takenKeyFrom = keyFrom;
    takenKeyTo = keyTo;
    takenFrom = valueFrom;
    takenTo = valueTo;
  }

  /**
   * Replaces the column's value by that of a better place, which came later in the line. The
   * replaced value must go to {@code extra}. If it is a member of the object that is still open, it
   * is noted now. If a column keeps a value around it, nothing is to do. Otherwise the line is
   * walked again.
   */
  private Fit takeOver(Walk walk, Place taker, Fit fit) {
    ShreddedRecord record = walk.record();
    boolean beside = taker instanceof ScalarPlace && isBeside(taker);
    if (!beside && !taker.kept()) {
      record.rollback(record.size() - 1);
      walk.excludeAndWalkAgain(taker);
      return Fit.NO;
    }
    if (taker instanceof ScalarPlace other && other.takenTo > other.takenFrom) {
      walk.leftover(other.takenKeyFrom, other.takenKeyTo, other.takenFrom, other.takenTo);
    }
    int entry = scope.entry(slot);
    record.replace(entry);
    scope.take(slot, this, entry);
    return fit;
  }
}
