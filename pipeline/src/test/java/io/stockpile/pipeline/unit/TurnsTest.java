package io.stockpile.pipeline.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnsTest {
  private static final FirestreamUnit FIRST =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5));
  private static final FirestreamUnit SECOND =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 6));
  private static final FirestreamUnit THIRD =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 7));

  private final Turns turns = new Turns();
  private final List<FirestreamUnit> had = new CopyOnWriteArrayList<>();

  private void take(FirestreamUnit unit) {
    try {
      turns.await(unit);
      had.add(unit);
      turns.over(unit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A thread that has begun to wait, or is over because it did not have to. */
  private Thread waiting(FirestreamUnit unit) {
    Thread thread = new Thread(() -> take(unit));
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
    turns.announce(List.of(FIRST, SECOND, THIRD));
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
    turns.announce(List.of(FIRST, SECOND));
    Thread second = waiting(SECOND);
    assertThat(had).isEmpty();
    turns.over(FIRST);
    second.join();

    assertThat(had).containsExactly(SECOND);
  }
}
