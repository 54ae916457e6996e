package io.stockpile.pipeline.shred.values;

/** Whether a JSON value became an entry of its column. */
public enum Fit {
  /** It did not, and the text must be kept. */
  NO,
  /** It did, and the entry gives the value back. */
  YES,
  /** It did, but the text says more than the entry and must be kept as well. */
  IN_PART
}
