package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentLandingTest extends LandingFixture {
  private static final int UNITS = 12;

  @Test
  void noMoreFilesThanAllowedAreOnTheirWayAtATime() throws Exception {
    Underway underway = new Underway();
    ExecutorService threads = Executors.newFixedThreadPool(UNITS);
    try (FirestreamLander lander =
        new FirestreamLander(settings().withDownloads(2), store, underway, fake.surroundings())) {
      List<Future<LandingOutcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < UNITS; i++) {
        LocalDate day = DAY.plusDays(i);
        service.put("message", day, file);
        outcomes.add(
            threads.submit(() -> lander.land(FirestreamUnit.ofDay(FileType.MESSAGE, day))));
      }
      for (Future<LandingOutcome> outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(Landed.class);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(underway.most).isBetween(1, 2);
  }

  /** Counts the files whose size is known and whose last byte has not arrived. */
  private final class Underway implements LandingListener {
    private final Set<ArchiveUnit> units = new HashSet<>();
    private final long[] received = new long[UNITS];
    private int most;

    @Override
    public synchronized void sizeKnown(ArchiveUnit unit, long bytes) {
      units.add(unit);
      most = Math.max(most, units.size());
    }

    @Override
    public synchronized void received(ArchiveUnit unit, long bytes) {
      int index = (int) (((FirestreamUnit) unit).firstDay().toEpochDay() - DAY.toEpochDay());
      received[index] += bytes;
      if (received[index] == file.length) {
        units.remove(unit);
      }
    }
  }
}
