package io.stockpile.connectors.store;

import java.util.Optional;

/** Exceptions with the same text for all stores. */
final class Refusals {
  private Refusals() {}

  /**
   * @param expected the version that the writer had read; empty when there should have been none
   */
  static PreconditionFailedException failed(String key, Optional<String> expected) {
    return new PreconditionFailedException(
        expected.isPresent()
            ? key + " is no longer at version " + expected.get() + ": another writer changed it"
            : key + " exists already: another writer was first");
  }

  static PendingLostException lost(PendingObject pending, Throwable cause) {
    return new PendingLostException(
        "The "
            + pending.bytes()
            + " bytes staged for "
            + pending.key()
            + " are gone, and what is visible there is not them: somebody aborted or replaced them."
            + " The work has to be done again; if another process does it, run again when that one"
            + " is done",
        cause);
  }
}
