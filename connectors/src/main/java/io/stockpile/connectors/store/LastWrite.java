package io.stockpile.connectors.store;

import java.time.Instant;
import java.util.Optional;

/** The time at which something staged was last written to, as far as a store knows it. */
final class LastWrite {
  private LastWrite() {}

  /**
   * Whether nobody has written to it since an instant.
   *
   * @param at empty when it is not known; then only {@link Instant#MAX} is surely behind it
   */
  static boolean isBefore(Instant since, Optional<Instant> at) {
    return since.equals(Instant.MAX) || at.filter(time -> time.isBefore(since)).isPresent();
  }
}
