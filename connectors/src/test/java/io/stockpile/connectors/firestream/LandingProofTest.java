package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LandingProofTest extends LandingFixture {
  private final AtomicLong received = new AtomicLong();
  private final LandingListener counting =
      new LandingListener() {
        @Override
        public void received(ArchiveUnit unit, long bytes) {
          received.addAndGet(bytes);
        }
      };

  @Test
  void membersAfterOneAnotherAreOneFile() throws Exception {
    file = new SimulatedData(1).messages(DAY, 30).gzip(5);
    service.put("message", DAY, file);

    LandingOutcome outcome = land();

    assertLanded(outcome);
    assertThat(((Landed) outcome).file().gzipMembers()).isEqualTo(5);
  }

  @Test
  void aFileWithoutDeclaredLengthIsProvenByItsTrailer() throws Exception {
    service.onDownload(Fault.chunked());
    assertLanded(land());
  }

  @Test
  void aFileWithoutAnyLengthThatEndsEarlyIsFetchedAgain() throws Exception {
    service.onDownload(Fault.untilClose().and(Fault.closeAfter(100_000)), Fault.untilClose());

    assertLanded(land());
    // The beginning, then the first byte alone to learn the length, then the rest.
    assertThat(atDownload()).hasSize(3);
  }

  @Test
  void aShortFileThatCallsItselfCompleteIsFetchedAgain() throws Exception {
    service.onDownload(Fault.shortContentLength(100_000));

    assertLanded(land());
    assertThat(atDownload()).hasSize(2);
  }

  @Test
  void aByteThatWasDamagedOnTheWayIsNoticed() throws Exception {
    service.onDownload(
        Fault.corruptedByte(200_000),
        Fault.corruptedByte(0),
        Fault.corruptedByte(file.length - 3),
        Fault.corruptedByte(200_001).and(Fault.closeAfter(300_000)));

    assertLanded(land());
  }

  @Test
  void aDamagedBytePastWhichADownloadGoesOnIsNoticed() throws Exception {
    service.onDownload(Fault.corruptedByte(50_000).and(Fault.closeAfter(100_000)));

    assertLanded(land());
    // The rest, then the whole file once more.
    assertThat(atDownload()).hasSize(3);
  }

  @Test
  void twoDownloadsOfTheSameBrokenFileAreEnough() throws Exception {
    file = Arrays.copyOf(file, file.length - 1000);
    service.put("message", DAY, file);

    LandingOutcome outcome = land();

    assertThat(assertFailed(outcome))
        .startsWith("2016-12-05 message: ")
        .contains("At byte " + file.length, "service's own file is broken", "sha256");
    assertThat(((Failed) outcome).attempts()).isEqualTo(2);
    assertThat(store.abortPending("_landing/", key -> true)).isZero();
  }

  @Test
  void theSameBrokenFileIsKnownAgainHoweverItsBytesComeIn() throws Exception {
    file = new SimulatedData(1).messages(DAY, 200).gzip(1);
    file[file.length / 2] ^= 0x55;
    service.put("message", DAY, file);
    service.onDownload(
        Fault.slowDrip(997, Duration.ZERO), Fault.chunked().and(Fault.slowDrip(61, Duration.ZERO)));

    LandingOutcome outcome = land();

    assertThat(assertFailed(outcome)).contains("service's own file is broken", "sha256");
    assertThat(((Failed) outcome).attempts()).isEqualTo(2);
  }

  @Test
  void anotherBeginningThatIsRefusedAtTheSamePlaceIsNoSameFile() throws Exception {
    byte[] one = Gzip.of("one".getBytes(StandardCharsets.UTF_8));
    byte[] two = Gzip.of("two".getBytes(StandardCharsets.UTF_8));
    one[one.length - 8] ^= 1;
    two[two.length - 8] ^= 1;
    service.put("message", DAY, one);
    LandingListener changing =
        new LandingListener() {
          @Override
          public void retrying(ArchiveUnit unit, String problem, Duration wait) {
            service.put("message", DAY, two);
          }
        };

    LandingOutcome outcome = land(UNIT, s -> s, changing);

    assertThat(assertFailed(outcome)).contains("service's own file is broken");
    assertThat(((Failed) outcome).attempts()).isEqualTo(3);
  }

  @Test
  void anAnswerIsAbandonedWhereTheProofRefusesIt() throws Exception {
    file = Arrays.copyOf(file, 20_000_000);
    file[450_000] = 1;
    service.put("message", DAY, file);

    LandingOutcome outcome = land(UNIT, s -> s, counting);

    assertThat(assertFailed(outcome)).contains("At byte 450000: after the end of gzip member 1");
    assertThat(((Failed) outcome).attempts()).isEqualTo(2);
    assertThat(received.get()).isBetween(2 * 450_001L, 2 * 600_000L);
  }

  @Test
  void aPageInsteadOfAFileIsTriedAgainAndSaid() throws Exception {
    service.put(
        "message", DAY, "<html>Down for <b>work</b></html>".getBytes(StandardCharsets.UTF_8));
    service.onEveryDownload(Fault.header("Content-Type", "text/html"));

    LandingOutcome outcome = land(s -> s.withMaxAttempts(4));

    assertThat(assertFailed(outcome))
        .contains(
            "given up after 4 attempts",
            "answered 200 (text/html) with no gzip file, but with this: Down for work.",
            "may be under maintenance",
            "run the same command again later")
        .doesNotContain("broken");
    assertThat(fake.pauses())
        .containsExactly(Duration.ofMillis(500), Duration.ofMillis(1000), Duration.ofMillis(2000));
  }

  @Test
  void aPageThatRepeatsSecretsIsQuotedWithoutThem() throws Exception {
    String page = "You are " + SimulatedFirestream.PASSWORD + ", from /f?X-Amz-Signature=S3CRET";
    service.put("message", DAY, page.getBytes(StandardCharsets.UTF_8));

    assertThat(assertFailed(land(s -> s.withMaxAttempts(2))))
        .contains("You are")
        .doesNotContain(SimulatedFirestream.PASSWORD, "S3CRET");
  }

  @Test
  void theServiceIsAskedAnewAfterAPage() throws Exception {
    service.onService(
        Fault.status(200, "Under maintenance"),
        Fault.redirect(302, "/maintenance?until=noon"),
        Fault.status(200, "Under maintenance"),
        Fault.status(200, ""));

    assertLanded(land());
    assertThat(atDownload()).hasSize(1);
  }

  @Test
  void aPageOfManyBytesIsNoStepForward() throws Exception {
    byte[] page = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);
    service.put("message", DAY, page);

    LandingOutcome outcome = land(UNIT, s -> s.withMaxAttempts(3), counting);

    assertThat(assertFailed(outcome)).contains("given up after 3 attempts");
    assertThat(received.get()).isLessThan(page.length);
  }

  @Test
  void aRetryAfterOfAPageIsKept() throws Exception {
    service.onService(Fault.status(200, "Wait").and(Fault.header("Retry-After", "90")));

    assertLanded(land());
    assertThat(fake.pauses()).containsExactly(Duration.ofSeconds(90));
  }

  @Test
  void anEmptyBodyIsTriedAgainAndSaid() throws Exception {
    service.put("message", DAY, new byte[0]);

    assertThat(assertFailed(land(s -> s.withMaxAttempts(3))))
        .contains("given up after 3 attempts", "answered 200", "with an empty body")
        .contains("may be under maintenance")
        .doesNotContain("broken");
  }

  @Test
  void anotherFormatIsSaidByItsFirstBytes() throws Exception {
    service.put("message", DAY, new byte[] {'P', 'K', 3, 4, 0, 0, 0, (byte) 0xff, 1, 2});

    assertThat(assertFailed(land(s -> s.withMaxAttempts(3))))
        .contains("given up after 3 attempts", "10 bytes that are no text");
  }

  @Test
  void aFileThatWasNoGzipForAWhileIsLanded() throws Exception {
    service.onDownload(Fault.corruptedByte(0), Fault.corruptedByte(1), Fault.corruptedByte(0));

    assertLanded(land());
  }

  @Test
  void anEmptyDayIsLanded() throws Exception {
    file = Gzip.of(new byte[0]);
    service.put("message", DAY, file);

    LandingOutcome outcome = land();

    assertLanded(outcome);
    assertThat(((Landed) outcome).file().uncompressedBytes()).isZero();
  }

  @Test
  void whateverGoesWrongEitherTheFileIsLandedWholeOrNothingIs() throws Exception {
    Random random = new Random(4);
    file = incompressibleFile(50_000);
    service.put("message", DAY, file);
    for (int round = 0; round < 30; round++) {
      service.onDownload(anyFault(random), anyFault(random), anyFault(random));
      LandingOutcome outcome = landAfresh(s -> s.withMaxAttempts(100));

      assertLanded(outcome);
    }
  }

  private Fault anyFault(Random random) {
    int at = 1 + random.nextInt(file.length - 1);
    return switch (random.nextInt(12)) {
      case 0 -> Fault.closeAfter(at);
      case 1 -> Fault.resetAfter(at);
      case 2 -> Fault.chunkedEndingAfter(at);
      case 3 -> Fault.shortContentLength(at);
      case 4 -> Fault.corruptedByte(at);
      case 5 -> Fault.corruptedByte(at).and(Fault.closeAfter(at + 1));
      case 6 -> Fault.expiredLink();
      case 7 -> Fault.ignoredRange().and(Fault.closeAfter(at));
      case 8 -> Fault.contentRangeShiftedBy(at);
      case 9 -> Fault.rangeNotSatisfiable();
      case 10 -> Fault.untilClose().and(Fault.closeAfter(at));
      default -> Fault.weakETag().and(Fault.closeAfter(at));
    };
  }
}
