package io.stockpile.pipeline.records;

/** What a router decides about a line. */
public sealed interface Verdict permits Verdict.Reject, Verdict.Unsure, Verdict.Control, Route {

  /**
   * The line is rejected.
   *
   * @param detail what is wrong, with the value, for people
   */
  record Reject(RejectReason reason, String detail) implements Verdict {}

  /** The line is a message of the service about the stream itself. */
  enum Control implements Verdict {
    CONTROL
  }

  /** The beginning of the line is not enough to decide. */
  enum Unsure implements Verdict {
    UNSURE
  }
}
