package io.stockpile.pipeline.sources.replay;

/** What can be done to the rules of a stream. */
public enum RulesAction {
  /** Says which are in force. */
  LIST,
  /** Adds those of a file. */
  ADD,
  /** Deletes those of a file. */
  DELETE,
  /** Makes them those of a file. */
  SYNC;

  /** Whether there is a file to read. */
  public boolean takesFile() {
    return this != LIST;
  }
}
