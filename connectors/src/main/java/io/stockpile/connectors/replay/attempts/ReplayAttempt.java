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
 * @param answer its answer, if a byte of a stream came
 */
public record ReplayAttempt(
    int attempt, MinuteRange requested, Instant requestedAt, ReplayEnding ending, Answer answer)
    implements Serializable {

  /** The answer to a request, or none. Serialisable, which an {@link Optional} is not. */
  public sealed interface Answer extends Serializable permits LandedAttempt, Answer.None {

    /** No byte of a stream. */
    record None() implements Answer {}
  }

  /**
   * One request of a unit, ended.
   *
   * @param landed its answer; empty when no byte of a stream came
   */
  public ReplayAttempt(
      int attempt,
      MinuteRange requested,
      Instant requestedAt,
      ReplayEnding ending,
      Optional<LandedAttempt> landed) {
    this(
        attempt,
        requested,
        requestedAt,
        ending,
        landed.<Answer>map(answer -> answer).orElseGet(Answer.None::new));
  }

  public ReplayAttempt {
    Objects.requireNonNull(requested, "requested");
    Objects.requireNonNull(requestedAt, "requestedAt");
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(answer, "answer");
  }

  /** Its answer; empty when no byte of a stream came. */
  public Optional<LandedAttempt> landed() {
    return answer instanceof LandedAttempt landed ? Optional.of(landed) : Optional.empty();
  }

  /** How many activities were received, each as often as it came. */
  public long received() {
    return landed().map(LandedAttempt::activities).orElse(0L);
  }
}
