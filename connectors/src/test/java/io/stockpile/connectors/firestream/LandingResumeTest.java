package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReceivedRequest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LandingResumeTest extends LandingFixture {
  static Stream<Fault> breaks() {
    return Stream.of(
        Fault.closeAfter(100_000),
        Fault.closeAfter(1),
        Fault.resetAfter(200_000),
        Fault.chunkedEndingAfter(150_000),
        Fault.slowDrip(50_000, Duration.ofMillis(1)).and(Fault.closeAfter(300_000)));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aBrokenDownloadGoesOnWhereItStopped(Fault fault) throws Exception {
    service.onDownload(fault);

    assertLanded(land());
    assertThat(atService()).hasSize(1);
    assertThat(atDownload()).hasSize(2);
    ReceivedRequest second = atDownload().get(1);
    assertThat(second.header("If-Range").orElseThrow()).startsWith("\"");
    assertThat(second.header("Range").orElseThrow()).matches("bytes=[1-9]\\d*-");
  }

  @Test
  void aStalledDownloadIsNoticedAndGoesOn() throws Exception {
    service.onDownload(Fault.stallAfter(100_000));

    assertLanded(land(s -> s.withReadTimeout(Duration.ofMillis(300))));
    assertThat(atDownload().get(1).header("Range")).contains("bytes=100000-");
  }

  @Test
  void aBrokenDownloadFromTheServiceItselfGoesOnToo() throws Exception {
    service.onService(
        Fault.servedDirectly().and(Fault.closeAfter(100_000)), Fault.servedDirectly());

    assertLanded(land());
    assertThat(atService().get(1).header("Range")).contains("bytes=100000-");
    assertThat(atService().get(1).header("Authorization")).isPresent();
  }

  static Stream<Fault> unresumable() {
    return Stream.of(Fault.noETag(), Fault.weakETag());
  }

  @ParameterizedTest
  @MethodSource("unresumable")
  void withoutAStrongETagTheFileIsBegunAgain(Fault fault) throws Exception {
    service.onDownload(fault.and(Fault.closeAfter(100_000)));

    assertLanded(land());
    assertThat(atDownload().get(1).header("Range")).isEmpty();
    assertThat(atDownload().get(1).header("If-Range")).isEmpty();
  }

  static Stream<Fault> refusedResumes() {
    return Stream.of(
        Fault.ignoredRange(),
        Fault.changedETag(),
        Fault.changedETag().and(Fault.ignoredIfRange()),
        Fault.rangeNotSatisfiable(),
        Fault.contentRangeShiftedBy(1),
        Fault.contentRangeShiftedBy(-100),
        Fault.contentRangeTotalShiftedBy(5),
        Fault.header("Content-Range", "bytes 100000-400000/*"),
        Fault.header("Content-Range", "nonsense"),
        Fault.status(206, "a 206 without a range"));
  }

  @ParameterizedTest
  @MethodSource("refusedResumes")
  void aRestThatDoesNotFitIsNotAppended(Fault fault) throws Exception {
    service.onDownload(Fault.closeAfter(100_000), fault);

    assertLanded(land());
  }

  @Test
  void theWholeFileInAnswerToARangeIsTakenAsItIs() throws Exception {
    service.onDownload(Fault.closeAfter(100_000), Fault.ignoredRange());

    assertLanded(land());
    assertThat(atDownload()).hasSize(2);
  }

  @Test
  void aFileThatChangedInBetweenIsNotSpliced() throws Exception {
    service.onDownload(Fault.closeAfter(100_000));
    LandingListener replacing =
        new LandingListener() {
          @Override
          public void retrying(ArchiveUnit unit, String reason, Duration pause) {
            service.put("message", DAY, file);
          }
        };
    file = incompressibleFile(300_000);

    LandingOutcome outcome = land(UNIT, s -> s, replacing);

    assertLanded(outcome);
  }

  @Test
  void anExpiredLinkIsReplacedByANewOne() throws Exception {
    service.onDownload(Fault.expiredLink());

    assertLanded(land());
    assertThat(atService()).hasSize(2);
    assertThat(atDownload()).hasSize(2);
    assertThat(atDownload().get(0).target()).isNotEqualTo(atDownload().get(1).target());
    assertThat(fake.pauses()).containsExactly(Duration.ZERO);
  }

  @Test
  void aLinkThatExpiresInBetweenStillLetsTheDownloadGoOn() throws Exception {
    service.onDownload(Fault.closeAfter(100_000), Fault.expiredLink());

    assertLanded(land());
    assertThat(atService()).hasSize(2);
    assertThat(atDownload()).hasSize(3);
    assertThat(atDownload().get(2).header("Range")).contains("bytes=100000-");
    assertThat(atDownload().get(2).header("If-Range")).isPresent();
  }

  @Test
  void linksThatAreNeverAnyGoodEndAfterTheAllowedAttempts() throws Exception {
    service.onEveryDownload(Fault.expiredLink());

    LandingOutcome outcome = land(s -> s.withMaxAttempts(4));

    assertThat(assertFailed(outcome)).contains("4 attempts", "403", "Request has expired");
    assertThat(atService()).hasSize(4);
  }

  @Test
  void attemptsThatBringSomethingNewAreNotCounted() throws Exception {
    service.onEveryDownload(Fault.closeAfter(70_000));

    assertLanded(land(s -> s.withMaxAttempts(2)));
    assertThat(atDownload()).hasSizeGreaterThan(4);
  }

  @Test
  void attemptsThatBringTheSameAgainAreCounted() throws Exception {
    service.onEveryDownload(Fault.noETag().and(Fault.closeAfter(70_000)));

    LandingOutcome outcome = land(s -> s.withMaxAttempts(3));

    assertThat(assertFailed(outcome)).contains("70000 of " + file.length + " bytes");
    // The first brought something new; the three after it did not.
    assertThat(((Failed) outcome).attempts()).isEqualTo(4);
  }

  @Test
  void crumbsEndAtTheHardCap() throws Exception {
    file = incompressibleFile(2_000_000);
    service.put("message", DAY, file);
    service.onEveryDownload(Fault.closeAfter(66_000));

    LandingOutcome outcome = land(s -> s.withMaxAttempts(1));

    assertThat(assertFailed(outcome)).contains("no more than 10 requests", "broke off");
    assertThat(service.requests()).hasSize(10);
  }

  @Test
  void progressIsToldAsItHappens() throws Exception {
    service.onDownload(Fault.closeAfter(100_000), Fault.ignoredRange());
    long[] told = new long[3];
    LandingListener listener =
        new LandingListener() {
          @Override
          public void received(ArchiveUnit unit, long bytes) {
            told[0] += bytes;
          }

          @Override
          public void startedAfresh(ArchiveUnit unit, long bytes) {
            told[1] += bytes;
          }

          @Override
          public void sizeKnown(ArchiveUnit unit, long bytes) {
            told[2] = bytes;
          }
        };

    LandingOutcome outcome = land(UNIT, s -> s, listener);

    assertThat(outcome).isInstanceOf(Landed.class);
    assertThat(told[0] - told[1]).isEqualTo(file.length);
    assertThat(told[1]).isEqualTo(100_000);
    assertThat(told[2]).isEqualTo(file.length);
  }
}
