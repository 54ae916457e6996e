package io.stockpile.pipeline.records;

/** What becomes of a line, as far as its outermost members tell. */
public sealed interface Verdict permits Verdict.Reject, Verdict.Unsure, Verdict.Control, Route {

  /**
   * No table takes it.
   *
   * @param detail for people, with the value in question
   */
  record Reject(RejectReason reason, String detail) implements Verdict {}

  /** The service speaks about the stream itself. */
  enum Control implements Verdict {
    CONTROL
  }

  /** A glance is not enough. */
  enum Unsure implements Verdict {
    UNSURE
  }
}
