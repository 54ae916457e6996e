package io.stockpile.pipeline.sources.replay;

/** What the command {@code rules} does. */
public enum RulesAction {
  /** Lists the rules in force. */
  LIST,
  /** Adds the rules of a file. */
  ADD,
  /** Deletes the rules of a file. */
  DELETE,
  /** Makes the rules in force equal to those of a file. */
  SYNC;

  /** Whether the action needs a file of rules. */
  public boolean takesFile() {
    return this != LIST;
  }
}
