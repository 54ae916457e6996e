package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.firestream.LandingOutcome.Failed;
import io.stockpile.connectors.firestream.LandingOutcome.Landed;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedData;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LandingProofTest extends LandingFixture {
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
    assertThat(atDownload()).hasSize(2);
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
  void aPageInsteadOfAFileIsNotLanded() throws Exception {
    service.put("message", DAY, "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8));
    service.onEveryDownload(Fault.header("Content-Type", "text/html"));

    assertThat(assertFailed(land()))
        .contains("text/html", "At byte 0: a gzip member begins with 0x1f 0x8b, but here stands");
  }

  @Test
  void anEmptyFileIsNotLanded() throws Exception {
    service.put("message", DAY, new byte[0]);

    assertThat(assertFailed(land())).contains("the file is empty");
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
      LandingOutcome outcome = land(s -> s.withReplaceExisting(true).withMaxAttempts(100));

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
