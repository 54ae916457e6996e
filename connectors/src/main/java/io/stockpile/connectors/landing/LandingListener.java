package io.stockpile.connectors.landing;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Duration;
import java.time.Instant;

/**
 * Is told about the progress of landings. It is called on the threads that do the work, so it must
 * be quick and thread-safe. Texts contain no secret.
 */
public interface LandingListener {
  /** Ignores what it is told. */
  LandingListener NONE = new LandingListener() {};

  /** A request is about to be sent. */
  default void requesting(ArchiveUnit unit) {}

  /** A request has ended, and its result was recorded. */
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
   * The object is fetched again from its beginning.
   *
   * @param bytes the received bytes that are discarded
   */
  default void startedAfresh(ArchiveUnit unit, long bytes) {}

  /** An attempt failed, and another follows after the pause. */
  default void retrying(ArchiveUnit unit, String reason, Duration pause) {}

  /**
   * No request is sent for a while.
   *
   * @param reason for messages
   */
  default void waiting(ArchiveUnit unit, Duration pause, Instant until, String reason) {}
}
