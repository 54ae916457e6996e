package io.stockpile.connectors.replay.attempts;

import io.stockpile.connectors.replay.units.MinuteRange;
import java.time.Instant;
import java.util.Optional;

/**
 * What is written down of an attempt, from the moment before its request is sent: an attempt whose
 * process was killed is known by it.
 *
 * @param owner who makes it, or who took it over
 * @param done how it ended; empty as long as it has not
 */
public record AttemptRecord(
    int attempt,
    MinuteRange requested,
    Instant requestedAt,
    AttemptOwner owner,
    Optional<ReplayAttempt> done) {

  AttemptRecord takenOverBy(AttemptOwner other) {
    return new AttemptRecord(attempt, requested, requestedAt, other, done);
  }

  public AttemptRecord ended(ReplayEnding ending, Optional<LandedAttempt> landed) {
    ReplayAttempt result = new ReplayAttempt(attempt, requested, requestedAt, ending, landed);
    return new AttemptRecord(attempt, requested, requestedAt, owner, Optional.of(result));
  }
}
