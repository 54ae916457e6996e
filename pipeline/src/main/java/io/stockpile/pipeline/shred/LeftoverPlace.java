package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.json.MalformedLineException;

/**
 * A member of the line that fills no column, but whose presence helps to tell what kind of line it
 * is.
 */
final class LeftoverPlace extends Place {
  LeftoverPlace(Key key) {
    super(key, 0);
  }

  @Override
  void read(Walk walk) throws MalformedLineException {
    walk.leftover(walk.scanner().textFrom(), walk.scanner().textTo());
  }
}
