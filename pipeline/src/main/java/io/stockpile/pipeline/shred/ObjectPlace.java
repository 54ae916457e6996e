package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.json.MalformedLineException;

/**
 * An object with known members. It is a struct of the table, the record itself, or only a
 * container.
 */
final class ObjectPlace extends StructurePlace {
  private final Scope scope;
  private final int struct;
  private final boolean root;
  private final Members members;

  /**
   * @param struct the struct that is not null when the object is present, or -1
   * @param root whether the object is the record itself
   */
  ObjectPlace(Key key, Scope scope, int struct, boolean root, Members members) {
    super(key, 0, '{');
    this.scope = scope;
    this.struct = struct;
    this.root = root;
    this.members = members;
  }

  @Override
  void readStructure(Walk walk, int keyFrom, int keyTo) throws MalformedLineException {
    JsonScanner scanner = walk.scanner();
    int from = scanner.position();
    walk.extra().enterObject(keyFrom, keyTo);
    members.read(walk);
    walk.extra().leave();
    if (root) {
      walk.setRootFound();
    } else if (struct >= 0) {
      scope.markStruct(struct);
    } else if (isEmpty(scanner, from)) {
      walk.leftover(keyFrom, keyTo, from);
    }
  }

  /**
   * Whether the object has no members. An empty object that is no struct must go to {@code extra},
   * because no column tells it from a missing one.
   */
  private static boolean isEmpty(JsonScanner scanner, int from) {
    int last = scanner.position() - 2;
    while (scanner.bytes()[last] <= ' ' && scanner.bytes()[last] >= 0) {
      last--;
    }
    return last == from;
  }
}
