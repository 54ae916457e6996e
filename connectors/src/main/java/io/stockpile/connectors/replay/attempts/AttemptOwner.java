package io.stockpile.connectors.replay.attempts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;

/**
 * The process that makes an attempt.
 *
 * @param started when the process began, because another process may have its number by now
 */
public record AttemptOwner(String host, long pid, Instant started) {
  private static final Duration CLOCK_SHIFT = Duration.ofSeconds(5);

  /** This process. */
  static AttemptOwner self() {
    ProcessHandle process = ProcessHandle.current();
    return new AttemptOwner(
        hostName(), process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /**
   * Whether the process may still be working. A process on another machine counts as working for a
   * while after its last sign of life.
   *
   * @param believedUntil until when it counts as working
   */
  boolean mayLive(AttemptOwner self, Instant believedUntil, Instant now) {
    if (host.equals(self.host())) {
      // An attempt of this same process was given up.
      return pid != self.pid()
          && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame).isPresent();
    }
    return believedUntil.isAfter(now);
  }

  /**
   * The time at which a process began, as the system has it, moves a little with the system's
   * clock.
   */
  private boolean isSame(ProcessHandle process) {
    Instant began = process.info().startInstant().orElse(Instant.EPOCH);
    return Duration.between(began, started).abs().compareTo(CLOCK_SHIFT) < 0;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  @Override
  public String toString() {
    return "process " + pid + " on " + host;
  }
}
