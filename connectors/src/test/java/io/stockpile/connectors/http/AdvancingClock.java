package io.stockpile.connectors.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that advances only when somebody sleeps. */
public final class AdvancingClock extends Clock implements Sleeper {
  private final List<Duration> slept = new CopyOnWriteArrayList<>();
  private Instant now;

  public AdvancingClock(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    slept.add(duration);
    now = now.plus(duration);
  }

  public synchronized void move(Duration duration) {
    now = now.plus(duration);
  }

  public List<Duration> slept() {
    return List.copyOf(slept);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
