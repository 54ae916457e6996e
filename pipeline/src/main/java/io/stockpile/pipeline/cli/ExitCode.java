package io.stockpile.pipeline.cli;

import io.stockpile.connectors.rules.RulesRefusedException;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.unit.JobResult;

/** What the process says to its caller in one number. */
public enum ExitCode {
  COMPLETE(0, "all that was asked for is in the archive, complete"),
  FAILED(1, "failed: nothing promised; a second run goes on from where this one stopped"),
  USAGE(2, "the command line is wrong: nothing was started"),
  INCOMPLETE(3, "incomplete: some of it is not to be had; the last lines say what"),
  REFUSED(4, "the service refused the credentials"),
  DIFFERENT(5, "verify found a difference");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  String meaning() {
    return meaning;
  }

  /** The code of a command that ended with this one and could not say so in full. */
  ExitCode orFailed() {
    return this == USAGE || this == REFUSED ? this : FAILED;
  }

  /** The code of a job that came to its end. */
  static ExitCode of(JobResult result) {
    return switch (result) {
      case COMPLETE -> COMPLETE;
      case FAILED -> FAILED;
      case INCOMPLETE -> INCOMPLETE;
      case REFUSED -> REFUSED;
      case DIFFERENT -> DIFFERENT;
    };
  }

  /** The code of a job that did not. */
  static ExitCode of(Throwable failure) {
    if (failure instanceof RulesRefusedException refused) {
      return refused.status() == 401 || refused.status() == 403 ? REFUSED : FAILED;
    }
    return failure instanceof UsageException ? USAGE : FAILED;
  }
}
