package io.stockpile.pipeline.derive;

/** What becomes of a line, as far as its outermost members tell. */
sealed interface Verdict permits Verdict.Reject, Verdict.Unsure, Route {

  /**
   * No table takes it.
   *
   * @param detail for people, with the value in question
   */
  record Reject(Reason reason, String detail) implements Verdict {}

  /** A glance is not enough. */
  enum Unsure implements Verdict {
    UNSURE
  }
}
