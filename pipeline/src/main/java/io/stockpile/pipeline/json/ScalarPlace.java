package io.stockpile.pipeline.json;

import io.stockpile.pipeline.records.ShreddedRecord;

/** One scalar value of one column. */
final class ScalarPlace extends Place {
  private final Scope scope;
  private final int slot;
  private final int column;
  private final int definition;
  private final ValueReader reader;

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
    boolean taken = scope.isTaken(slot);
    if (excluded() || (taken && !isBetter())) {
      walk.leftover(keyFrom, keyTo);
      return;
    }
    int from = scanner.position();
    Fit fit = reader.read(scanner, walk.record(), column, scope.repetition(), definition);
    if (fit != Fit.NO && taken) {
      fit = takeOver(walk, scope.taker(slot), fit);
    } else if (fit != Fit.NO) {
      scope.take(slot, this, walk.record().size() - 1);
    }
    if (fit != Fit.YES) {
      walk.leftover(keyFrom, keyTo, from);
    }
  }

  private boolean isBetter() {
    return hasRivals() && scope.taker(slot).priority() > priority();
  }

  /**
   * A better place came later in the line than the one that was taken. The former's text must be
   * kept in its own place, which is behind us, unless a column around it keeps it anyway.
   */
  private Fit takeOver(Walk walk, Place taker, Fit fit) {
    ShreddedRecord record = walk.record();
    if (taker.kept()) {
      int entry = scope.entry(slot);
      record.replace(entry);
      scope.take(slot, this, entry);
      return fit;
    }
    record.rollback(record.size() - 1);
    walk.excludeAndWalkAgain(taker);
    return Fit.NO;
  }
}
