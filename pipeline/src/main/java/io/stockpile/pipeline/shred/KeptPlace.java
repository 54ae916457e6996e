package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.PortableJson;

/** A value that one column keeps whole while other columns take parts of it. */
final class KeptPlace extends Place {
  private final Scope scope;
  private final int slot;
  private final int column;
  private final int definition;
  private final boolean root;
  private final Members members;

  /**
   * @param root whether the value is the record itself
   */
  KeptPlace(
      Key key,
      int priority,
      Scope scope,
      int slot,
      int column,
      int definition,
      boolean root,
      Members members) {
    super(key, priority);
    this.scope = scope;
    this.slot = slot;
    this.column = column;
    this.definition = definition;
    this.root = root;
    this.members = members;
  }

  @Override
  void read(Walk walk) throws MalformedLineException {
    JsonScanner scanner = walk.scanner();
    byte first = scanner.peek();
    if (first == 'n') {
      scanner.literal();
      return;
    }
    if (scope.isTaken(slot)) {
      walk.leftover(scanner.textFrom(), scanner.textTo());
      return;
    }
    int from = scanner.position();
    if (first == '{') {
      walk.enterKept();
      members.read(walk);
      walk.leaveKept();
      if (root) {
        walk.setRootFound();
      }
    } else {
      scanner.skipValue();
    }
    PortableJson.add(scanner, from, walk.record(), column, scope.repetition(), definition);
    scope.take(slot, this, walk.record().size() - 1);
  }
}
