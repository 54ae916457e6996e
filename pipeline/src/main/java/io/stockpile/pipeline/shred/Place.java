package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.json.MalformedLineException;

/**
 * What the schema expects under one key of an object of the source. Places hold the state of the
 * walk that they belong to, and so belong to one shredder.
 */
abstract class Place {
  private final Key key;
  private final int priority;
  private int mark;
  private Place likelyNext;
  private int object;
  private boolean rivals;
  private boolean kept;
  private boolean excluded;

  /**
   * @param priority of the places of one column that have a fitting value the lowest wins
   */
  Place(Key key, int priority) {
    this.key = key;
    this.priority = priority;
  }

  /**
   * Moves past the member's value, and takes it apart. The scanner is behind the colon, and the key
   * is its last string.
   */
  abstract void read(Walk walk) throws MalformedLineException;

  /** Called when the object around it begins. */
  void begin() {}

  final Key key() {
    return key;
  }

  final int priority() {
    return priority;
  }

  /** A bit that says that the line has this key, for places of the line itself; else 0. */
  final int mark() {
    return mark;
  }

  final void setMark(int mark) {
    this.mark = mark;
  }

  /** The known key that came after this one in the last such object; null before the first. */
  final Place likelyNext() {
    return likelyNext;
  }

  final void setLikelyNext(Place next) {
    likelyNext = next;
  }

  /** Whether the other is a member of the very object that this is a member of. */
  final boolean isBeside(Place other) {
    return object == other.object;
  }

  /** Says which of the source's objects the key is a member of, by a number of its own. */
  final void setObject(int object) {
    this.object = object;
  }

  /** Whether the column has other places too. */
  final boolean hasRivals() {
    return rivals;
  }

  final void setRivals() {
    rivals = true;
  }

  /** Whether the place lies within a value that another column keeps whole. */
  final boolean kept() {
    return kept;
  }

  final void setKept() {
    kept = true;
  }

  /** Whether the column goes to another place in this line, though the value here would fit. */
  final boolean excluded() {
    return excluded;
  }

  final void setExcluded(boolean excluded) {
    this.excluded = excluded;
  }
}
