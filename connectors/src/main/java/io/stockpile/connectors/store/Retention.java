package io.stockpile.connectors.store;

/** What a store keeps of objects that are removed or replaced. */
public enum Retention {
  /** The store keeps nothing. */
  NOTHING,
  /** The store keeps former versions, which can be read until each of them is removed. */
  VERSIONS,
  /** The store keeps former versions, and may not let them be removed before a time. */
  LOCKED_VERSIONS,
  /** It cannot be found out. */
  UNKNOWN
}
