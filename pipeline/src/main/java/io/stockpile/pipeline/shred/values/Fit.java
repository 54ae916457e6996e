package io.stockpile.pipeline.shred.values;

/** Whether a JSON value became an entry of its column. */
public enum Fit {
  /** It did not; its text must be kept in {@code extra}. */
  NO,
  /** It did, and the value can be restored from the entry. */
  YES,
  /** It did, but the text says more than the entry and must be kept in {@code extra} as well. */
  IN_PART
}
