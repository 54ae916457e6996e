package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.shred.values.Fit;
import io.stockpile.pipeline.shred.values.ValueReader;

/** One scalar value of one column. */
final class ScalarPlace extends Place {
  private final Scope scope;
  private final int slot;
  private final int column;
  private final int definition;
  private final ValueReader reader;

  // Where the member stands that was taken last; an empty value when extra has it already.
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

  /** Whether one of the two is a number and the other its text. */
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
   * A better place came later in the line than the one that was taken. The former's text must be
   * kept in its own place: if that is in the object that is open still, it is noted now; else the
   * line is walked again, unless a column around the text keeps it anyway.
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
