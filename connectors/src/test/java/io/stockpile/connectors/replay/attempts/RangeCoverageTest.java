package io.stockpile.connectors.replay.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.gzip.GzipEnding;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Completed;
import io.stockpile.connectors.replay.attempts.ReplayEnding.CompletedWithErrors;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Disconnected;
import io.stockpile.connectors.replay.attempts.ReplayEnding.FailedToComplete;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Refused;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Statement;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import io.stockpile.connectors.replay.units.MinuteState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RangeCoverageTest {
  private static final Instant START = Instant.parse("2016-06-01T00:00:00Z");
  private static final MinuteRange RANGE = range(0, 120);
  private static final int SPAN = 120;

  @Test
  void aMinuteOfWhichNothingCameInADenseStreamThatBrokeIsAskedForOnceMore() {
    Disconnected quiet = new Disconnected(at(20), MinuteSet.of(range(7, 8)), "cut");

    RangeCoverage once = RangeCoverage.of(RANGE, List.of(attempt(1, RANGE, quiet, 500)));
    assertThat(once.missing())
        .isEqualTo(MinuteSet.of(range(7, 8)).union(MinuteSet.of(range(19, 120))));

    RangeCoverage again =
        RangeCoverage.of(
            RANGE, List.of(attempt(1, RANGE, quiet, 500), attempt(2, range(7, 120), quiet, 300)));
    assertThat(again.missing()).as("nothing came again").isEqualTo(MinuteSet.of(range(19, 120)));
    assertThat(again.advanced()).isTrue();
  }

  @Test
  void nothingAskedForIsAllToBeAskedFor() {
    RangeCoverage repair = RangeCoverage.of(RANGE, List.of());

    assertThat(next(repair)).containsExactly(RANGE);
    assertThat(repair.minutes()).containsExactly(new MinuteState(RANGE, false, 0));
  }

  @Test
  void completionCompletes() {
    RangeCoverage repair =
        RangeCoverage.of(RANGE, List.of(attempt(1, RANGE, new Completed(count(10)), 10)));

    assertThat(repair.missing().isEmpty()).isTrue();
    assertThat(next(repair)).isEmpty();
    assertThat(repair.minutes()).containsExactly(new MinuteState(RANGE, true, 1));
    assertThat(repair.warnings()).isEmpty();
  }

  @Test
  void failedMinutesAreAskedForInOneRequest() {
    MinuteSet failed = MinuteSet.ofMinutes(List.of(at(5), at(6), at(9)));
    RangeCoverage repair =
        RangeCoverage.of(
            RANGE, List.of(attempt(1, RANGE, new CompletedWithErrors(failed, count(3)), 3)));

    assertThat(repair.missing()).isEqualTo(failed);
    assertThat(next(repair)).containsExactly(range(5, 10));
    assertThat(repair.minutes())
        .containsExactly(
            new MinuteState(range(0, 5), true, 1),
            new MinuteState(range(5, 7), false, 1),
            new MinuteState(range(7, 9), true, 1),
            new MinuteState(range(9, 10), false, 1),
            new MinuteState(range(10, 120), true, 1));
  }

  @Test
  void unprocessedRangeIsAskedForAgain() {
    RangeCoverage repair =
        RangeCoverage.of(
            RANGE,
            List.of(
                attempt(
                    1, RANGE, new FailedToComplete(MinuteSet.of(range(60, 120)), count(3)), 3)));

    assertThat(next(repair)).containsExactly(range(60, 120));
  }

  @Test
  void disconnectionIsTakenUpOneMinuteBeforeTheNewestSeen() {
    RangeCoverage repair =
        RangeCoverage.of(RANGE, List.of(attempt(1, RANGE, disconnected(30), 100)));

    assertThat(repair.complete()).isEqualTo(MinuteSet.of(range(0, 29)));
    assertThat(next(repair)).containsExactly(range(29, 120));
    assertThat(repair.advanced()).isTrue();
  }

  @Test
  void disconnectionInTheFirstTwoMinutesProvesNothing() {
    for (int newest : new int[] {0, 1}) {
      RangeCoverage repair =
          RangeCoverage.of(RANGE, List.of(attempt(1, RANGE, disconnected(newest), 100)));

      assertThat(next(repair)).containsExactly(RANGE);
      assertThat(repair.advanced()).isFalse();
    }
  }

  @Test
  void disconnectionWithoutAnActivityAndRefusalProveNothing() {
    RangeCoverage repair =
        RangeCoverage.of(
            RANGE,
            List.of(
                attempt(1, RANGE, new Disconnected(null, "x"), 0),
                attempt(2, RANGE, new Refused(503, "x"), 0)));

    assertThat(next(repair)).containsExactly(RANGE);
    assertThat(repair.advanced()).isFalse();
    assertThat(repair.minutes()).containsExactly(new MinuteState(RANGE, false, 2));
  }

  @Test
  void shortfallIsOneRepairAndThenAWarningWithBothNumbers() {
    RangeCoverage once =
        RangeCoverage.of(RANGE, List.of(attempt(1, RANGE, new Completed(count(10)), 8)));

    assertThat(next(once)).containsExactly(RANGE);
    assertThat(once.warnings()).isEmpty();
    assertThat(once.advanced()).isTrue();

    RangeCoverage twice =
        RangeCoverage.of(
            RANGE,
            List.of(
                attempt(1, RANGE, new Completed(count(10)), 8),
                attempt(2, RANGE, new Completed(count(10)), 9)));

    assertThat(twice.missing().isEmpty()).isTrue();
    assertThat(twice.warnings()).singleElement().asString().contains("received 9", "sent 10");
  }

  @Test
  void shortfallThatTheRepairMendsIsNoWarning() {
    RangeCoverage repair =
        RangeCoverage.of(
            RANGE,
            List.of(
                attempt(1, RANGE, new Completed(count(10)), 8),
                attempt(2, RANGE, new Completed(count(10)), 10)));

    assertThat(repair.missing().isEmpty()).isTrue();
    assertThat(repair.warnings()).isEmpty();
  }

  @Test
  void moreThanWasCountedIsAWarningOnly() {
    RangeCoverage repair =
        RangeCoverage.of(RANGE, List.of(attempt(1, RANGE, new Completed(count(10)), 12)));

    assertThat(repair.missing().isEmpty()).isTrue();
    assertThat(repair.warnings()).singleElement().asString().contains("received 12", "sent 10");
  }

  @Test
  void onlyWhatCanBeHadIsAskedFor() {
    RangeCoverage repair = RangeCoverage.of(RANGE, List.of());

    assertThat(repair.nextRequests(MinuteSet.of(range(30, 500)), SPAN))
        .containsExactly(range(30, 120));
    assertThat(repair.nextRequests(MinuteSet.empty(), SPAN)).isEmpty();
  }

  /**
   * The activities of a minute come in any order, and faults make the service lose some. Whatever
   * the faults, no activity is missing at the end, and there is only one more request for each
   * fault that cost an activity.
   */
  @Test
  void whateverGoesWrongEveryActivityIsThereInTheFewestRequests() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      MinuteRange range = range(0, 1 + random.nextInt(30));
      int faults = random.nextInt(12);
      FaultyService service = new FaultyService(random);
      List<ReplayAttempt> attempts = new ArrayList<>();
      RangeCoverage repair = RangeCoverage.of(range, attempts);
      while (!repair.missing().isEmpty()) {
        MinuteSet before = repair.complete();
        List<MinuteRange> requests = next(repair);
        assertThat(requests).hasSize(1);
        attempts.add(service.answer(attempts.size() + 1, requests.get(0), faults-- > 0));
        repair = RangeCoverage.of(range, attempts);
        assertThat(before.minus(repair.complete()).isEmpty()).isTrue();
      }
      assertThat(service.received).as("seed %d", seed).isEqualTo(service.all(range));
      assertThat(attempts.size()).isEqualTo(1 + service.faultsThatCost);
    }
  }

  private static final class FaultyService {
    private static final int PER_MINUTE = 4;

    private final Random random;
    private final Set<Long> received = new HashSet<>();
    private int faultsThatCost;

    FaultyService(Random random) {
      this.random = random;
    }

    Set<Long> all(MinuteRange range) {
      Set<Long> all = new HashSet<>();
      MinuteSet.of(range)
          .ranges()
          .forEach(
              part -> {
                for (long m = minute(part.from()); m < minute(part.to()); m++) {
                  for (int i = 0; i < PER_MINUTE; i++) {
                    all.add(m * PER_MINUTE + i);
                  }
                }
              });
      return all;
    }

    ReplayAttempt answer(int number, MinuteRange requested, boolean faulty) {
      long from = minute(requested.from());
      long to = minute(requested.to());
      List<Long> sent = new ArrayList<>();
      MinuteSet failed = MinuteSet.empty();
      for (long m = from; m < to; m++) {
        List<Long> inMinute = new ArrayList<>();
        for (int i = 0; i < PER_MINUTE; i++) {
          inMinute.add(m * PER_MINUTE + i);
        }
        Collections.shuffle(inMinute, random);
        sent.addAll(inMinute);
      }
      // The last activity of a minute may come after the first of the next minute.
      for (int i = 1; i < sent.size(); i++) {
        if (random.nextInt(4) == 0) {
          Collections.swap(sent, i - 1, i);
        }
      }
      int kind = faulty ? random.nextInt(4) : -1;
      faultsThatCost += faulty ? 1 : 0;
      switch (kind) {
        case 0 -> {
          List<Long> cut = sent.subList(0, random.nextInt(sent.size() + 1));
          received.addAll(cut);
          Instant newest =
              cut.stream()
                  .max(Long::compare)
                  .map(id -> Minutes.ofEpochMinute(id / PER_MINUTE))
                  .orElse(null);
          return attempt(number, requested, new Disconnected(newest, "cut"), cut.size());
        }
        case 1 -> {
          for (long m = from; m < to; m++) {
            if (random.nextInt(3) == 0 || m == from) {
              failed = failed.union(MinuteSet.ofMinutes(List.of(Minutes.ofEpochMinute(m))));
            }
          }
        }
        case 2 -> {
          long start = from + random.nextInt((int) (to - from));
          failed = MinuteSet.of(new MinuteRange(Minutes.ofEpochMinute(start), requested.to()));
        }
        case 3 -> {
          return attempt(number, requested, new Refused(503, "no"), 0);
        }
        default -> failed = MinuteSet.empty();
      }
      MinuteSet missing = failed;
      sent.removeIf(id -> missing.contains(Minutes.ofEpochMinute(id / PER_MINUTE)));
      received.addAll(sent);
      Statement statement = count(sent.size());
      ReplayEnding ending =
          missing.isEmpty()
              ? new Completed(statement)
              : kind == 1
                  ? new CompletedWithErrors(missing, statement)
                  : new FailedToComplete(missing, statement);
      return attempt(number, requested, ending, sent.size());
    }

    private static long minute(Instant instant) {
      return Minutes.epochMinute(instant);
    }
  }

  private static List<MinuteRange> next(RangeCoverage repair) {
    return repair.nextRequests(MinuteSet.of(RANGE), SPAN);
  }

  private static Disconnected disconnected(int newest) {
    return new Disconnected(at(newest), "cut");
  }

  private static Statement count(long activities) {
    return new Statement(activities, null);
  }

  private static ReplayAttempt attempt(
      int number, MinuteRange requested, ReplayEnding ending, long received) {
    return new ReplayAttempt(
        number,
        requested,
        START,
        ending,
        new LandedAttempt("key", 1, "00", 1, 1, GzipEnding.WHOLE, received, 0, 0, List.of()));
  }

  private static MinuteRange range(int from, int to) {
    return new MinuteRange(at(from), at(to));
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }
}
