package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.shred.values.Fit;

/**
 * A list. Either all its elements fill the list's columns or, when one does not fit, none does and
 * the list goes to {@code extra} whole.
 */
final class ListPlace extends StructurePlace {
  private final Scope scope;
  private final int slot;
  private final ElementReader elements;

  ListPlace(Key key, int priority, Scope scope, int slot, ElementReader elements) {
    super(key, priority, '[');
    this.scope = scope;
    this.slot = slot;
    this.elements = elements;
  }

  @Override
  void readStructure(Walk walk, int keyFrom, int keyTo) throws MalformedLineException {
    JsonScanner scanner = walk.scanner();
    boolean taken = scope.isTaken(slot);
    boolean worse = taken && (!hasRivals() || scope.taker(slot).priority() <= priority());
    if (worse || excluded()) {
      walk.leftover(keyFrom, keyTo);
      return;
    }
    ShreddedRecord record = walk.record();
    int mark = record.size();
    int extraMark = walk.extra().size();
    int extraDepth = walk.extra().depth();
    int from = scanner.position();
    int depth = scanner.depth();
    walk.extra().enterList(keyFrom, keyTo);
    Fit fit = elements.read(walk, scope.repetition());
    if (fit == Fit.NO || taken) {
      if (fit != Fit.NO) {
        walk.excludeAndWalkAgain(scope.taker(slot));
      }
      record.rollback(mark);
      walk.extra().rollback(extraMark, extraDepth);
      scanner.backTo(from, depth);
      walk.leftover(keyFrom, keyTo);
      return;
    }
    walk.extra().leave();
    scope.take(slot, this, mark);
    if (fit == Fit.IN_PART) {
      walk.leftover(keyFrom, keyTo, from);
    }
  }
}
