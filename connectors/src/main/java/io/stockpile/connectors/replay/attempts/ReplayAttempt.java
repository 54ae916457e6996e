package io.stockpile.connectors.replay.attempts;

import io.stockpile.connectors.replay.units.MinuteRange;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One request of a unit, ended.
 *
 * @param attempt its number, from 1 on, unique in the unit for ever
 * @param requested what was asked for
 * @param requestedAt when
 * @param ending how it ended
 * @param landedOrNull its answer; null when no byte of a stream came
 */
public record ReplayAttempt(
    int attempt,
    MinuteRange requested,
    Instant requestedAt,
    ReplayEnding ending,
    LandedAttempt landedOrNull)
    implements Serializable {

  public ReplayAttempt {
    Objects.requireNonNull(requested, "requested");
    Objects.requireNonNull(requestedAt, "requestedAt");
    Objects.requireNonNull(ending, "ending");
  }

  /** Its answer; empty when no byte of a stream came. */
  public Optional<LandedAttempt> landed() {
    return Optional.ofNullable(landedOrNull);
  }

  /** How many activities were received, each as often as it came. */
  public long received() {
    return landed().map(LandedAttempt::activities).orElse(0L);
  }
}
