package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.json.MalformedLineException;

/**
 * A place for an object or a list. A null counts as missing. A value of another kind goes to {@code
 * extra}, and so does the value of a repeated key.
 */
abstract class StructurePlace extends Place {
  private final byte opening;
  private boolean came;

  /**
   * @param opening the bracket that such a value begins with
   */
  StructurePlace(Key key, int priority, char opening) {
    super(key, priority);
    this.opening = (byte) opening;
  }

  /** To be called when an object that can have this member begins. */
  final void begin() {
    came = false;
  }

  @Override
  final void read(Walk walk) throws MalformedLineException {
    JsonScanner scanner = walk.scanner();
    int keyFrom = scanner.textFrom();
    int keyTo = scanner.textTo();
    byte first = scanner.peek();
    if (first == 'n') {
      scanner.literal();
      return;
    }
    boolean second = came;
    came = true;
    if (second || first != opening) {
      walk.leftover(keyFrom, keyTo);
    } else {
      readStructure(walk, keyFrom, keyTo);
    }
  }

  /** Reads the value; the scanner stands at its opening bracket. */
  abstract void readStructure(Walk walk, int keyFrom, int keyTo) throws MalformedLineException;
}
