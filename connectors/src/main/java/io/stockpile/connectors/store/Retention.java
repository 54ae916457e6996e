package io.stockpile.connectors.store;

/** What a store keeps of objects that are removed or replaced. */
public enum Retention {
  /** Nothing, as far as the store itself is concerned. */
  NOTHING,
  /** Former versions: who knows where finds them, until they are removed one by one. */
  VERSIONS,
  /** That cannot be asked for. */
  UNKNOWN
}
