package io.stockpile.connectors.replay;

import static io.stockpile.connectors.replay.ReplayFixture.UNIT;
import static io.stockpile.connectors.replay.ReplayFixture.at;
import static io.stockpile.connectors.replay.ReplayFixture.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.replay.ReplayOutcome.Complete;
import io.stockpile.connectors.replay.ReplayOutcome.Failed;
import io.stockpile.connectors.replay.ReplayOutcome.Incomplete;
import io.stockpile.connectors.replay.attempts.LandedAttempt;
import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.attempts.ReplayAttempt;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.MinuteState;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.simulated.ReplayFault;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lands sound and faulty answers of the service, and requests again what is missing. */
class ReplayLanderTest {
  private static final int ALL = ReplayFixture.MINUTES * ReplayFixture.PER_MINUTE;

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
  void soundStreamIsOneRequestAndOneObject() throws Exception {
    LandedRange landed = fixture.complete();

    assertThat(fixture.requests()).containsExactly("0-30");
    assertThat(fixture.service.requests().get(0).target())
        .isEqualTo(
            "/replay/powertrack/accounts/acme/publishers/twitter/prod.json"
                + "?fromDate=201606010000&toDate=201606010030");
    assertThat(landed.attempts())
        .singleElement()
        .extracting(ReplayAttempt::received)
        .isEqualTo((long) ALL);
    assertThat(keys())
        .containsExactly("_budget/replay/acme.json", UNIT.attemptKey(1), UNIT.landingKey(1));
  }

  @Test
  void secondRunRequestsNothing() throws Exception {
    fixture.complete();
    LandedRange again = fixture.complete();

    assertThat(fixture.requests()).hasSize(1);
    assertThat(again.requests()).isZero();
    assertThat(again.attempts()).hasSize(1);
  }

  @Test
  void landedAfreshNothingOfBeforeCounts() throws Exception {
    fixture.complete();
    try (ReplayLander lander =
        new ReplayLander(
            fixture.settings, fixture.store, LandingListener.NONE, fixture.surroundings())) {
      ReplayOutcome outcome = lander.landAfresh(UNIT);
      assertThat(((Complete) outcome).range().attempts())
          .singleElement()
          .extracting(ReplayAttempt::attempt)
          .isEqualTo(2);
    }
    ReplayAttempts attempts = new ReplayAttempts(fixture.store, fixture.clock);
    attempts.discardBefore(UNIT, 2);

    assertThat(fixture.requests()).containsExactly("0-30", "0-30");
    assertThat(keys())
        .containsExactly("_budget/replay/acme.json", UNIT.attemptKey(2), UNIT.landingKey(2));
    assertThat(attempts.landed(UNIT).missing().isEmpty()).isTrue();
  }

  @Test
  void streamCutBetweenLinesIsTakenUpWhereItEnded() throws Exception {
    fixture.service.script(ReplayFault.closeAfter(10 * ReplayFixture.PER_MINUTE + 3));
    fixture.complete();

    assertThat(fixture.requests()).containsExactly("0-30", "9-30");
  }

  @Test
  void cutLineIsNoRecord() throws Exception {
    fixture.service.script(ReplayFault.cutMidLine(10 * ReplayFixture.PER_MINUTE + 3));
    LandedRange landed = fixture.complete();

    assertThat(landed.attempts().get(0).received()).isEqualTo(203);
    assertThat(fixture.requests()).containsExactly("0-30", "9-30");
  }

  @Test
  void cutGzipYieldsTheLinesBeforeTheCut() throws Exception {
    fixture.service.script(ReplayFault.cutMidGzip(6000));
    LandedRange landed = fixture.complete();

    assertThat(landed.attempts().get(0).received()).isPositive().isLessThan(ALL);
    assertThat(fixture.requests()).hasSize(2);
  }

  @Test
  void streamWithoutItsLastMessageIsNotComplete() throws Exception {
    fixture.service.script(ReplayFault.withoutInfo());
    fixture.complete();

    assertThat(fixture.requests()).containsExactly("0-30", "28-30");
  }

  @Test
  void failedMinutesAreOneRequest() throws Exception {
    fixture.service.script(ReplayFault.failedMinutes(at(4), at(5), at(9)));
    LandedRange landed = fixture.complete();

    assertThat(fixture.requests()).containsExactly("0-30", "4-10");
    assertThat(landed.minutes())
        .containsExactly(
            new MinuteState(range(0, 4), true, 1),
            new MinuteState(range(4, 10), true, 2),
            new MinuteState(range(10, 30), true, 1));
  }

  @Test
  void unprocessedRangeIsRequestedAgain() throws Exception {
    fixture.service.script(ReplayFault.unprocessed(at(20), at(30)));
    fixture.complete();

    assertThat(fixture.requests()).containsExactly("0-30", "20-30");
  }

  @Test
  void duplicatesDisorderAndKeepAlivesCostNothing() throws Exception {
    fixture.service.script(
        ReplayFault.duplicates(7).and(ReplayFault.disorder(1)).and(ReplayFault.keepAlives(5)));
    LandedRange landed = fixture.complete();

    assertThat(fixture.requests()).hasSize(1);
    assertThat(landed.warnings()).isEmpty();
    assertThat(landed.attempts().get(0).landed().orElseThrow().blank()).isPositive();
  }

  @Test
  void shortfallIsOneRepair() throws Exception {
    fixture.service.script(ReplayFault.shortOf(3));
    LandedRange landed = fixture.complete();

    assertThat(fixture.requests()).containsExactly("0-30", "0-30");
    assertThat(landed.warnings()).isEmpty();
  }

  @Test
  void countThatStaysWrongIsAWarning() throws Exception {
    fixture.service.otherwise(ReplayFault.countedMore(5));
    LandedRange landed = fixture.complete();

    assertThat(fixture.requests()).hasSize(2);
    assertThat(landed.warnings())
        .singleElement()
        .asString()
        .contains("received " + ALL, "sent " + (ALL + 5));
  }

  @Test
  void silenceIsADisconnection() throws Exception {
    fixture.service.script(ReplayFault.stallAfter(5 * ReplayFixture.PER_MINUTE + 1));
    LandedRange landed = fixture.complete();

    assertThat(fixture.requests()).containsExactly("0-30", "4-30");
    assertThat(landed.attempts().get(0).ending().toString()).contains("no byte came for PT0.5S");
  }

  @Test
  void keepAlivesKeepTheConnectionAlive() throws Exception {
    fixture.service.script(ReplayFault.heartbeatsOnly(10, Duration.ofMillis(100)));
    LandedRange landed = fixture.complete();

    LandedAttempt first = landed.attempts().get(0).landed().orElseThrow();
    assertThat(first.blank()).isEqualTo(10);
    assertThat(first.activities()).isZero();
    assertThat(fixture.requests()).containsExactly("0-30", "0-30");
  }

  @Test
  void keepAlivesWithoutEndAreGivenUp() throws Exception {
    fixture.service.script(ReplayFault.heartbeatsOnly(200, Duration.ofMillis(20)));
    LandingListener impatient =
        new LandingListener() {
          @Override
          public void received(ArchiveUnit unit, long bytes) {
            fixture.clock.move(Duration.ofMinutes(3));
          }
        };
    ReplayOutcome outcome = fixture.land(fixture.settings, UNIT, impatient);

    assertThat(outcome).isInstanceOf(Complete.class);
    assertThat(((Complete) outcome).range().attempts().get(0).ending().toString())
        .contains("nothing but keep-alives came for PT10M");
  }

  @Test
  void streamThatIsNotCompressedIsTakenAsItIs() throws Exception {
    fixture.service.script(ReplayFault.uncompressed());
    LandedRange landed = fixture.complete();

    assertThat(fixture.requests()).hasSize(1);
    assertThat(landed.attempts().get(0).landed().orElseThrow().gzipMembers()).isZero();
  }

  @Test
  void lastMessageNeedsNeitherNewlineNorEndOfGzip() throws Exception {
    fixture.service.script(ReplayFault.infoWithoutNewline().and(ReplayFault.gzipWithoutEnd()));
    fixture.complete();

    assertThat(fixture.requests()).hasSize(1);
  }

  @Test
  void errorLinesAreKept() throws Exception {
    String error = "{\"error\":{\"message\":\"Forced Disconnect: Too many connections.\"}}";
    fixture.service.script(ReplayFault.line(error).and(ReplayFault.closeAfter(0)));
    LandedRange landed = fixture.complete();

    LandedAttempt first = landed.attempts().get(0).landed().orElseThrow();
    assertThat(first.messages()).containsExactly(error);
    assertThat(landed.attempts().get(0).ending().toString())
        .contains("Forced Disconnect: Too many connections.");
    assertThat(first.control()).isEqualTo(1);
    assertThat(first.activities()).isZero();
  }

  @Test
  void retryAfterIsHonoured() throws Exception {
    fixture.service.script(ReplayFault.rateLimited().and(ReplayFault.header("Retry-After", "120")));
    LandedRange landed = fixture.complete();

    assertThat(fixture.requests()).hasSize(2);
    assertThat(fixture.clock.slept())
        .anySatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(120)));
    assertThat(landed.attempts().get(0).ending().label()).isEqualTo("refused");
  }

  @Test
  void unavailableServiceIsAskedAgainLaterAndLater() throws Exception {
    fixture.service.script(
        ReplayFault.unavailable(), ReplayFault.unavailable(), ReplayFault.dropped());
    fixture.complete();

    assertThat(fixture.clock.slept())
        .containsExactly(Duration.ofMillis(1001), Duration.ofMillis(2001), Duration.ofMillis(4001));
  }

  @Test
  void tenFaultsInARowAreRepairedWithinTheBudget() throws Exception {
    fixture.service.script(
        ReplayFault.unavailable(),
        ReplayFault.cutMidLine(100),
        ReplayFault.rateLimited(),
        ReplayFault.cutMidGzip(2500),
        ReplayFault.closeAfter(60).and(ReplayFault.reset()),
        ReplayFault.heartbeatsOnly(2, Duration.ZERO),
        ReplayFault.failedMinutes(at(26), at(27)),
        ReplayFault.withoutInfo(),
        ReplayFault.unprocessed(at(27), at(30)),
        ReplayFault.shortOf(1),
        ReplayFault.stallAfter(30));
    LandedRange landed = fixture.complete();

    assertThat(landed.requests()).isEqualTo(12);
    assertThat(fixture.service.requests()).hasSize(12);
    assertThat(landed.attempts())
        .filteredOn(attempt -> attempt.ending().toString().contains("Exceeded rate limit"))
        .hasSize(1);
  }

  @Test
  void inAnOutageTheNextUnitAsksOnce() throws Exception {
    fixture.service.otherwise(ReplayFault.unavailable());
    ReplaySettings patient = fixture.settings.withMaxAttempts(3);
    ReplayUnit next = new ReplayUnit(UNIT.stream(), range(30, 60));
    try (ReplayLander lander =
        new ReplayLander(patient, fixture.store, LandingListener.NONE, fixture.surroundings())) {
      assertThat(lander.land(UNIT)).isInstanceOf(Incomplete.class);
      assertThat(lander.land(next)).isInstanceOf(Incomplete.class);
      assertThat(fixture.requests()).containsExactly("0-30", "0-30", "0-30", "30-60");

      fixture.service.otherwise(ReplayFault.none());
      assertThat(lander.land(next)).isInstanceOf(ReplayOutcome.Complete.class);
    }
  }

  @Test
  void wrongCredentialsAreRefusedAtOnce() throws Exception {
    Path file = root.resolve("credentials");
    Files.writeString(file, "someone:else-secret\n");
    ReplayOutcome outcome =
        fixture.land(
            fixture.settings.withCredentials(CredentialsReference.parse("file:" + file)), UNIT);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ReplayOutcome.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(401);
              assertThat(refused.message()).doesNotContain("else-secret");
            });
    assertThat(fixture.requests()).hasSize(1);
  }

  @Test
  void missingCredentialsAreSaidBeforeARequestIsSpent() throws Exception {
    ReplayOutcome outcome =
        fixture.land(
            fixture.settings.withCredentials(CredentialsReference.parse("env:NOWHERE")), UNIT);

    assertThat(outcome)
        .isInstanceOf(Failed.class)
        .extracting(Object::toString)
        .asString()
        .contains("NOWHERE_USERNAME");
    assertThat(fixture.requests()).isEmpty();
    assertThat(keys()).isEmpty();
  }

  @Test
  void everyFormOfActivityIsUnderstood() throws Exception {
    for (SimulatedTweets.Form form : SimulatedTweets.Form.values()) {
      try (ReplayFixture other = new ReplayFixture(root.resolve(form.name()), form)) {
        other.service.script(ReplayFault.closeAfter(10 * ReplayFixture.PER_MINUTE + 3));
        assertThat(other.land()).isInstanceOf(Complete.class);
        assertThat(other.requests()).containsExactly("0-30", "9-30");
      }
    }
  }

  @Test
  void noSecretIsInTheArchive() throws Exception {
    fixture.service.script(ReplayFault.status(503, "hello " + SimulatedReplay.PASSWORD));
    fixture.complete();
    for (String key : keys()) {
      if (key.endsWith(".json")) {
        String text =
            new String(
                fixture.store.readVersioned(key).orElseThrow().content(), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(SimulatedReplay.PASSWORD);
      }
    }
  }

  private List<String> keys() throws IOException {
    return fixture.store.list("").stream()
        .map(StoredObject::key)
        .filter(key -> !key.endsWith("credentials"))
        .toList();
  }
}
