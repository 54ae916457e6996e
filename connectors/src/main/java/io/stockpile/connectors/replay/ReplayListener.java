package io.stockpile.connectors.replay;

import io.stockpile.connectors.replay.attempts.ReplayAttempt;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayUnit;
import java.time.Duration;
import java.time.Instant;

/**
 * Hears how units go on, for progress. Called on the threads that do the work, so it must be quick
 * and thread-safe. Texts hold no secret.
 */
public interface ReplayListener {
  /** Hears nothing. */
  ReplayListener NONE = new ReplayListener() {};

  /**
   * Nothing is requested for a while.
   *
   * @param reason fit for people
   */
  default void waiting(ReplayUnit unit, Duration pause, Instant until, String reason) {}

  /** A request is sent. */
  default void requesting(ReplayUnit unit, int attempt, MinuteRange range) {}

  /**
   * New bytes arrived.
   *
   * @param bytes compressed
   */
  default void received(ReplayUnit unit, long bytes) {}

  /** A request is over. */
  default void ended(ReplayUnit unit, ReplayAttempt attempt) {}
}
