package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.Key;
import io.stockpile.pipeline.json.MalformedLineException;

/**
 * One known key of an object of the source, with what becomes of its value. A place has state of
 * the current walk and must be used by one shredder only.
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
   * @param priority if several places of one column have a fitting value, the one with the lowest
   *     number fills it
   */
  Place(Key key, int priority) {
    this.key = key;
    this.priority = priority;
  }

  /**
   * Reads the member's value and moves past it. The scanner stands behind the colon, and the key is
   * the string that it read last.
   */
  abstract void read(Walk walk) throws MalformedLineException;

  final Key key() {
    return key;
  }

  final int priority() {
    return priority;
  }

  /**
   * The bit by which {@link RecordShredder#marks} tells that the line has this key; 0 for a key
   * that is not marked.
   */
  final int mark() {
    return mark;
  }

  final void setMark(int mark) {
    this.mark = mark;
  }

  /** The known key that came next when this one was read last; null at first. */
  final Place likelyNext() {
    return likelyNext;
  }

  final void setLikelyNext(Place next) {
    likelyNext = next;
  }

  /** Whether both are members of the same object. */
  final boolean isBeside(Place other) {
    return object == other.object;
  }

  /**
   * Sets the number of the object that the key is a member of; each object of the source has a
   * number of its own.
   */
  final void setObject(int object) {
    this.object = object;
  }

  /** Whether other places can fill the same column. */
  final boolean hasRivals() {
    return rivals;
  }

  final void setRivals() {
    rivals = true;
  }

  /** Whether the place is part of a value that another column keeps whole. */
  final boolean kept() {
    return kept;
  }

  final void setKept() {
    kept = true;
  }

  /**
   * Whether this place must not fill its column in this line, because a better place comes later.
   */
  final boolean excluded() {
    return excluded;
  }

  final void setExcluded(boolean excluded) {
    this.excluded = excluded;
  }
}
