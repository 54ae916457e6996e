package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandedFiles;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Absent;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.connectors.landing.LandingOutcome.Refused;
import io.stockpile.simulated.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingAnswersTest extends LandingFixture {
  @Test
  void landsExactlyTheServicesBytesAndSaysWhatTheyAre() throws Exception {
    LandingOutcome outcome = land();

    assertLanded(outcome);
    LandedFile landed = ((Landed) outcome).file();
    assertThat(((Landed) outcome).fetched()).isTrue();
    assertThat(landed.key()).isEqualTo("_landing/firestream/message/2016-12-05.gz");
    assertThat(landed.uncompressedBytes()).isEqualTo(400_000);
    assertThat(landed.gzipMembers()).isEqualTo(1);
    assertThat(landed).isEqualTo(LandedFiles.prove(store, landed.key()));
    assertThat(fake.pauses()).isEmpty();
  }

  @Test
  void credentialsGoToTheServiceAndNoFurther() throws Exception {
    assertLanded(land());

    assertThat(atService()).hasSize(1);
    assertThat(atService().get(0).target()).isEqualTo("/backups/message/2016/12/05");
    assertThat(atService().get(0).header("Authorization").orElseThrow()).startsWith("Basic ");
    assertThat(atService().get(0).header("Accept-Encoding")).contains("identity");
    assertThat(atDownload()).hasSize(1);
    assertThat(atDownload().get(0).header("Authorization")).isEmpty();
    assertThat(atDownload().get(0).header("Cookie")).isEmpty();
  }

  @Test
  void cookiesAreNotKept() throws Exception {
    service.onService(Fault.status(503, "").and(Fault.header("Set-Cookie", "session=1")));

    assertLanded(land());
    assertThat(atService().get(1).header("Cookie")).isEmpty();
  }

  @Test
  void takesTheFileFromTheServiceItself() throws Exception {
    service.onEveryService(Fault.servedDirectly());

    assertLanded(land());
    assertThat(atDownload()).isEmpty();
  }

  @Test
  void landsACodedBodyAsItWasSent() throws Exception {
    service.onDownload(Fault.header("Content-Encoding", "gzip"));

    assertLanded(land());
  }

  @Test
  void whatWasLandedIsProvenAndNotFetchedAgain() throws Exception {
    Landed first = (Landed) land();

    Landed second = (Landed) land();

    assertThat(second.fetched()).isFalse();
    assertThat(second.file()).isEqualTo(first.file());
    assertThat(service.requests()).hasSize(2);
  }

  @Test
  void whatWasLandedIsFetchedAgainWhenItIsBrokenOrToBeReplaced() throws Exception {
    assertLanded(land());
    Path landed = directory.resolve(UNIT.landingKey());
    byte[] damaged = file.clone();
    damaged[1000] ^= 1;
    Files.write(landed, damaged);

    LandingOutcome second = land();
    assertLanded(second);
    assertThat(((Landed) second).fetched()).isTrue();
    assertThat(landedBytes()).isEqualTo(damaged);
    LandingOutcome third = landAfresh(s -> s);
    assertLanded(third);
    assertThat(((Landed) third).fetched()).isTrue();
    assertThat(((Landed) third).file().key()).isEqualTo(UNIT.landingKey().replace(".gz", ".g3.gz"));
    assertThat(service.requests()).hasSize(6);
  }

  @Test
  void aMissingFileIsAbsent() throws Exception {
    FirestreamUnit unit = FirestreamUnit.ofDay(FileType.ACTIVITY, LocalDate.of(2016, 12, 6));

    LandingOutcome outcome = land(unit, s -> s, LandingListener.NONE);

    assertThat(outcome).isInstanceOf(Absent.class);
    assertThat(((Absent) outcome).message())
        .startsWith("2016-12-06 activity: ")
        .contains("404", "The file requested was not found.");
    assertThat(service.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void refusedCredentialsAreNotTriedAgainInThisProcess(int status) throws Exception {
    service.onService(Fault.status(status, "no such login"));

    LandingOutcome first = land();
    LandingOutcome second = land();

    assertThat(first).isInstanceOf(Refused.class).isEqualTo(second);
    assertThat(((Refused) first).status()).isEqualTo(status);
    assertThat(((Refused) first).message())
        .startsWith("2016-12-05 message: ")
        .contains("env:FIRESTREAM", "no such login", "FIRESTREAM_USERNAME and FIRESTREAM_PASSWORD");
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void otherCredentialsAreTriedAfterARefusal() throws Exception {
    service.onService(Fault.status(401, "no such login"));
    Path other =
        Files.writeString(directory.resolve("other"), "simulated-user:simulated:pass:word\n");

    assertThat(land()).isInstanceOf(Refused.class);
    CredentialsReference changed = CredentialsReference.parse("file:" + other);
    // The same refused values as before: values are remembered, not their origin.
    assertThat(land(s -> s.withCredentials(changed))).isInstanceOf(Refused.class);
    Files.writeString(other, "another:login\n");
    assertThat(land(s -> s.withCredentials(changed))).isInstanceOf(Refused.class);
    assertThat(service.requests()).hasSize(2);
  }

  @Test
  void missingCredentialsFailWithoutARequest() throws Exception {
    String message =
        assertFailed(land(s -> s.withCredentials(CredentialsReference.parse("env:NONE"))));

    assertThat(message).startsWith("2016-12-05 message: ").contains("NONE_USERNAME");
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void aBadRequestFailsAtOnceWithTheServersWords() throws Exception {
    service.onService(Fault.status(400, "Please verify\nthat the date is correct."));

    LandingOutcome outcome = land();

    assertThat(assertFailed(outcome)).contains("400 (Please verify that the date is correct.)");
    assertThat(((Failed) outcome).attempts()).isEqualTo(1);
    assertThat(service.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504, 408, 418, 204, 304})
  void passingTroubleAtTheServiceIsTriedAgain(int status) throws Exception {
    service.onService(Fault.status(status, ""), Fault.dropped(), Fault.status(status, ""));

    assertLanded(land());
    assertThat(fake.pauses())
        .containsExactly(Duration.ofMillis(500), Duration.ofMillis(1000), Duration.ofMillis(2000));
  }

  @Test
  void passingTroubleAtTheDownloadIsTriedAgainWithTheSameLink() throws Exception {
    service.onDownload(Fault.status(503, "slow down"), Fault.status(500, ""));

    assertLanded(land());
    assertThat(atService()).hasSize(1);
    assertThat(atDownload()).hasSize(3);
  }

  @Test
  void lastingTroubleEndsAfterTheAllowedAttempts() throws Exception {
    service.onEveryService(Fault.status(503, "<html>down for maintenance</html>"));

    LandingOutcome outcome = land(s -> s.withMaxAttempts(3));

    assertThat(assertFailed(outcome)).contains("3 attempts", "503", "down for maintenance");
    assertThat(((Failed) outcome).attempts()).isEqualTo(3);
    assertThat(service.requests()).hasSize(3);
    assertThat(fake.pauses()).hasSize(2);
  }

  @Test
  void anErrorThatIsNoTextIsNotQuoted() throws Exception {
    String zeros = "\u0000\u0001\u0002\u0003PNG".repeat(10);
    service.onEveryService(Fault.status(503, zeros));

    assertThat(assertFailed(land(s -> s.withMaxAttempts(1))))
        .contains("answered 503 (70 bytes that are no text).");
  }

  @Test
  void aServiceThatIsNotThereFailsAfterTheAllowedAttempts() throws Exception {
    service.close();

    assertThat(assertFailed(land(s -> s.withMaxAttempts(2)))).contains("2 attempts", "127.0.0.1");
    assertThat(fake.pauses()).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void retryAfterIsWaitedFor() throws Exception {
    service.onService(
        Fault.status(429, "").and(Fault.header("Retry-After", "90")),
        Fault.status(503, "").and(Fault.header("Retry-After", "Fri, 02 Jan 2026 03:09:05 GMT")));

    assertLanded(land());
    assertThat(fake.pauses()).containsExactly(Duration.ofSeconds(90), Duration.ofMinutes(5));
  }

  @Test
  void aLongRetryAfterIsNotWaitedForButSaid() throws Exception {
    service.onService(Fault.status(429, "quota").and(Fault.header("Retry-After", "3600")));

    assertThat(assertFailed(land())).contains("2026-01-02T04:04:05Z", "429 (quota)");
    assertThat(fake.pauses()).isEmpty();
  }

  @Test
  void onlyWholeDaysAreAskedFor() {
    FirestreamUnit month =
        new FirestreamUnit(FileType.MESSAGE, LocalDate.of(2019, 5, 1), LocalDate.of(2019, 6, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> land(month, s -> s, LandingListener.NONE))
        .withMessageContaining("firestream-message-2019-05");
  }

  @Test
  void anInterruptEndsTheLandingAndLeavesNothing() throws IOException {
    LandingListener interrupting =
        new LandingListener() {
          @Override
          public void received(ArchiveUnit unit, long bytes) {
            Thread.currentThread().interrupt();
          }
        };

    assertThatThrownBy(() -> land(UNIT, s -> s, interrupting))
        .isInstanceOf(InterruptedException.class);
    assertThat(store.list("")).isEmpty();
    assertThat(store.abortPending("_landing/", key -> true)).isZero();
  }
}
