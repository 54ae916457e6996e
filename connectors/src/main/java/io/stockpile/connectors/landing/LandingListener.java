package io.stockpile.connectors.landing;

import io.stockpile.connectors.firestream.FirestreamUnit;
import java.time.Duration;

/**
 * Hears how landings go on, for progress. Called on the threads that do the work, so it must be
 * quick and thread-safe. Texts hold no secret.
 */
public interface LandingListener {
  /** Hears nothing. */
  LandingListener NONE = new LandingListener() {};

  /**
   * The file's whole size became known.
   *
   * @param bytes compressed
   */
  default void sizeKnown(FirestreamUnit unit, long bytes) {}

  /**
   * New bytes arrived.
   *
   * @param bytes compressed
   */
  default void received(FirestreamUnit unit, long bytes) {}

  /**
   * The file is begun again.
   *
   * @param bytes what had been received and is thrown away
   */
  default void startedAfresh(FirestreamUnit unit, long bytes) {}

  /** An attempt failed, and another follows after the pause. */
  default void retrying(FirestreamUnit unit, String reason, Duration pause) {}
}
