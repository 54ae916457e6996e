package io.stockpile.pipeline.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.replay.units.StreamType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LandingQueueTest {
  private static final Instant NOON = Instant.parse("2016-12-05T12:00:00Z");
  private static final UnitWork FIRST = work("acme", 0, new UnitWork.From.Service(false));
  private static final UnitWork SECOND = work("acme", 1, new UnitWork.From.Service(false));
  private static final UnitWork THIRD = work("acme", 2, new UnitWork.From.Service(true));

  private static UnitWork work(String account, int minute, UnitWork.From from) {
    Instant start = NOON.plus(Duration.ofMinutes(minute));
    MinuteRange range = new MinuteRange(start, start.plus(Duration.ofMinutes(1)));
    ReplayStream stream = new ReplayStream(StreamType.POWERTRACK, account, "prod");
    return new UnitWork(new ReplayUnit(stream, range), "", from);
  }

  private final LandingQueue queue = new LandingQueue();
  private final List<UnitWork> had = new CopyOnWriteArrayList<>();

  private void take(UnitWork work) {
    try {
      queue.await(work);
      had.add(work);
      queue.release(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A thread that waits for the work's turn, or has ended because it did not have to wait. */
  private Thread waiting(UnitWork work) {
    Thread thread = new Thread(() -> take(work));
    thread.start();
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
    return thread;
  }

  @Test
  @Timeout(60)
  void theFasterThreadWaitsForTheUnitThatWasAnnouncedBefore() throws InterruptedException {
    queue.announce(List.of(FIRST, SECOND, THIRD));
    Thread third = waiting(THIRD);
    Thread second = waiting(SECOND);
    take(FIRST);
    second.join();
    third.join();

    assertThat(had).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  @Timeout(60)
  void aUnitThatNeedsNoTurnHoldsNobodyUp() throws InterruptedException {
    queue.announce(List.of(FIRST, SECOND));
    Thread second = waiting(SECOND);
    assertThat(had).isEmpty();
    queue.release(FIRST);
    second.join();

    assertThat(had).containsExactly(SECOND);
  }

  @Test
  @Timeout(60)
  void unitsOfAnotherBudgetOrOfNoneGoTheirOwnWay() throws InterruptedException {
    UnitWork other = work("other", 0, new UnitWork.From.Service(false));
    UnitWork landed = work("acme", 1, new UnitWork.From.Landed(List.of()));
    queue.announce(List.of(FIRST, other, landed));

    take(other);
    take(landed);

    assertThat(had).containsExactly(other, landed);
  }
}
