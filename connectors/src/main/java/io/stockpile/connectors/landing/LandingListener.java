package io.stockpile.connectors.landing;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Duration;
import java.time.Instant;

/**
 * Hears how landings go on, for progress. Called on the threads that do the work, so it must be
 * quick and thread-safe. Texts hold no secret.
 */
public interface LandingListener {
  /** Hears nothing. */
  LandingListener NONE = new LandingListener() {};

  /** A request is about to be sent. */
  default void requesting(ArchiveUnit unit) {}

  /** A request has ended, and how is written down. */
  default void answered(ArchiveUnit unit) {}

  /**
   * The size of the whole object became known.
   *
   * @param bytes compressed
   */
  default void sizeKnown(ArchiveUnit unit, long bytes) {}

  /**
   * New bytes arrived.
   *
   * @param bytes compressed
   */
  default void received(ArchiveUnit unit, long bytes) {}

  /**
   * The object is begun again.
   *
   * @param bytes what had been received and is thrown away
   */
  default void startedAfresh(ArchiveUnit unit, long bytes) {}

  /** An attempt failed, and another follows after the pause. */
  default void retrying(ArchiveUnit unit, String reason, Duration pause) {}

  /**
   * Nothing is requested for a while.
   *
   * @param reason fit for people
   */
  default void waiting(ArchiveUnit unit, Duration pause, Instant until, String reason) {}
}
