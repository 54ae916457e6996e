package io.stockpile.connectors.replay;

import static io.stockpile.connectors.replay.ReplayFixture.UNIT;
import static io.stockpile.connectors.replay.ReplayFixture.at;
import static io.stockpile.connectors.replay.ReplayFixture.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.replay.ReplayOutcome.Cause;
import io.stockpile.connectors.replay.ReplayOutcome.Complete;
import io.stockpile.connectors.replay.ReplayOutcome.Incomplete;
import io.stockpile.connectors.replay.units.MinuteSet;
import io.stockpile.simulated.ReplayFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes that the service does not have yet, or does not have any more. */
class ReplayAvailabilityTest {
  @TempDir private Path root;
  private ReplayFixture fixture;

  @BeforeEach
  void start() throws IOException {
    fixture = new ReplayFixture(root);
  }

  @AfterEach
  void stop() throws IOException {
    fixture.close();
  }

  @Test
  void minutesThatAreForgottenDuringAPauseAreNotAskedForAfterIt() throws Exception {
    fixture.clock.move(
        Duration.between(fixture.clock.instant(), at(0).plus(Duration.ofDays(5)).minusSeconds(10)));
    fixture.service.script(ReplayFault.unavailable().and(ReplayFault.header("Retry-After", "120")));

    Incomplete incomplete = (Incomplete) fixture.land();

    assertThat(fixture.requests()).containsExactly("0-30", "2-30");
    assertThat(incomplete.cause()).isEqualTo(Cause.NO_MORE_AVAILABLE);
    assertThat(incomplete.range().missing().ranges()).containsExactly(range(0, 2));
    assertThat(incomplete.message()).doesNotContain("forgets");
  }

  @Test
  void theServicesClockMayBeAheadWhereMinutesAreAboutToBeForgotten() throws Exception {
    fixture.clock.move(
        Duration.between(fixture.clock.instant(), at(0).plus(Duration.ofDays(5)).minusSeconds(30)));
    fixture.service.script(
        ReplayFault.status(406, "Invalid date 'fromDate': tweets older than 5 days."));

    Incomplete incomplete = (Incomplete) fixture.land();

    assertThat(fixture.requests()).containsExactly("0-30", "1-30");
    assertThat(incomplete.range().missing().ranges()).containsExactly(range(0, 1));
  }

  @Test
  void theTimeThatIsPrintedIsOfTheFirstMissingMinuteThatCanStillBeHad() throws Exception {
    fixture.clock.move(
        Duration.between(fixture.clock.instant(), at(4).plus(Duration.ofDays(5)).plusSeconds(10)));
    fixture.service.otherwise(ReplayFault.failedMinutes(at(7)));

    Incomplete incomplete = (Incomplete) fixture.land(fixture.settings.withMaxAttempts(2), UNIT);

    assertThat(incomplete.cause()).isEqualTo(Cause.ATTEMPTS_USED_UP);
    assertThat(incomplete.message())
        .contains("6 minutes are missing")
        .contains("Replay forgets the first of those that it still has at 2016-06-06T00:07Z");
  }

  @Test
  void minutesThatFailForEverAreSaidWithTheTimeOfForgetting() throws Exception {
    fixture.service.otherwise(ReplayFault.failedMinutes(at(4), at(5)));
    ReplayOutcome outcome = fixture.land(fixture.settings.withMaxAttempts(3), UNIT);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Incomplete.class,
            incomplete -> {
              assertThat(incomplete.cause()).isEqualTo(Cause.ATTEMPTS_USED_UP);
              assertThat(incomplete.range().missing()).isEqualTo(MinuteSet.of(range(4, 6)));
              assertThat(incomplete.message())
                  .contains("2 minutes are missing", "2016-06-01T00:04Z", "2016-06-06T00:04Z");
            });
    assertThat(fixture.requests()).containsExactly("0-30", "4-6", "4-6");

    fixture.service.otherwise(ReplayFault.none());
    fixture.complete();
    assertThat(fixture.requests()).hasSize(4).last().isEqualTo("4-6");
  }

  @Test
  void minutesThatBecomeAvailableMeanwhileAreForALaterRun() throws Exception {
    fixture.clock.move(Duration.between(fixture.clock.instant(), at(50)));
    LandingListener slow =
        new LandingListener() {
          @Override
          public void answered(ArchiveUnit unit) {
            fixture.clock.move(Duration.ofMinutes(4));
          }
        };

    ReplayOutcome outcome = fixture.land(fixture.settings, UNIT, slow);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Incomplete.class,
            incomplete -> {
              assertThat(incomplete.cause()).isEqualTo(Cause.NOT_YET_AVAILABLE);
              assertThat(incomplete.range().missing()).isEqualTo(MinuteSet.of(range(20, 30)));
            });
    assertThat(fixture.requests()).containsExactly("0-20");
  }

  @Test
  void whatIsTooNewIsLeftOutAndSaid() throws Exception {
    fixture.clock.move(Duration.between(fixture.clock.instant(), at(40)));
    ReplayOutcome outcome = fixture.land();

    assertThat(fixture.requests()).containsExactly("0-10");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Incomplete.class,
            incomplete -> {
              assertThat(incomplete.cause()).isEqualTo(Cause.NOT_YET_AVAILABLE);
              assertThat(incomplete.range().missing()).isEqualTo(MinuteSet.of(range(10, 30)));
              assertThat(incomplete.message()).contains("from 2016-06-01T01:00Z on");
            });
  }

  @Test
  void whatIsTooNewIsWaitedForWhenWanted() throws Exception {
    fixture.clock.move(Duration.between(fixture.clock.instant(), at(40)));
    ReplayOutcome outcome = fixture.land(fixture.settings.withWaitUntilAvailable(true), UNIT);

    assertThat(outcome).isInstanceOf(Complete.class);
    assertThat(fixture.requests()).containsExactly("0-30");
  }

  @Test
  void whatIsForgottenIsNotAskedFor() throws Exception {
    fixture.clock.move(Duration.ofDays(6));
    ReplayOutcome outcome = fixture.land();

    assertThat(fixture.requests()).isEmpty();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Incomplete.class,
            incomplete -> assertThat(incomplete.cause()).isEqualTo(Cause.NO_MORE_AVAILABLE));
  }

  @Test
  void dateThatTheServiceTakesForTooNewIsNotReady() throws Exception {
    fixture.service.script(ReplayFault.dateTooNew());

    assertThat(fixture.land())
        .isInstanceOfSatisfying(
            Incomplete.class,
            incomplete -> assertThat(incomplete.cause()).isEqualTo(Cause.NOT_YET_AVAILABLE));
  }
}
