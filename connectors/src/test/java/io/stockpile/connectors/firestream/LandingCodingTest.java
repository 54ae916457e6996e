package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.landing.LandedFiles;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with {@code Content-Encoding: gzip}, of files that are gzip files themselves. */
class LandingCodingTest extends LandingFixture {
  private static final Fault LABEL = Fault.header("Content-Encoding", "gzip");
  private byte[] packed;

  @BeforeEach
  void offerAFileThatIsPackedTwice() throws IOException {
    file = new SimulatedData(3).messages(DAY, 2000).gzip(3);
    packed = Gzip.of(file);
  }

  @Test
  void aLabelLeavesTheFileAsItIs() throws Exception {
    service.put("message", DAY, file);
    service.onEveryDownload(LABEL);

    assertLanded(land());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZip", "x-gzip", "identity, gzip"})
  void whatIsPackedForTheTransferIsUnpacked(String coding) throws Exception {
    service.put("message", DAY, packed);
    service.onEveryDownload(Fault.header("Content-Encoding", coding));

    LandingOutcome outcome = land();

    assertLanded(outcome);
    assertThat(((Landed) outcome).file().gzipMembers()).isEqualTo(3);
    assertThat(((Landed) outcome).file()).isEqualTo(LandedFiles.prove(store, UNIT.landingKey()));
  }

  @Test
  void withoutTheHeaderTheOuterFileIsTheFile() throws Exception {
    file = packed;
    service.put("message", DAY, packed);

    assertLanded(land());
  }

  @Test
  void anEmptyDayWithALabelLands() throws Exception {
    file = Gzip.of(new byte[0]);
    service.put("message", DAY, file);
    service.onEveryDownload(LABEL);

    assertLanded(land());
  }

  @Test
  void howeverTheBytesComeInTheSameLands() throws Exception {
    service.put("message", DAY, packed);
    service.onEveryDownload(LABEL);
    for (int bytes : new int[] {1, 9, 11, 4096}) {
      service.onDownload(LABEL.and(Fault.slowDrip(bytes, Duration.ZERO)));

      assertLanded(landAfresh(s -> s));
    }
  }

  @Test
  void aBrokenTransferGoesOnInThePackedBytes() throws Exception {
    service.put("message", DAY, packed);
    service.onEveryDownload(LABEL);
    for (int at : new int[] {1, 5, 15, packed.length / 2, packed.length - 4}) {
      service.onDownload(LABEL.and(Fault.closeAfter(at)));
      int before = atDownload().size();

      assertLanded(landAfresh(s -> s));
      assertThat(atDownload().get(before + 1).header("Range")).contains("bytes=" + at + "-");
    }
  }

  @Test
  void damageIsNoticedInThePackingAndInTheFile() throws Exception {
    service.put("message", DAY, packed);
    service.onEveryDownload(LABEL);
    service.onDownload(
        LABEL.and(Fault.corruptedByte(packed.length - 6)),
        LABEL.and(Fault.corruptedByte(packed.length / 2)));
    assertLanded(landAfresh(s -> s));

    byte[] short1 = Gzip.of(Arrays.copyOf(file, file.length - 100));
    service.put("message", DAY, short1);
    LandingOutcome inner = landAfresh(s -> s);
    assertThat(((Failed) inner).message()).contains("service's own file is broken");
    assertThat(((Failed) inner).attempts()).isEqualTo(2);

    service.put("message", DAY, Arrays.copyOf(packed, packed.length - 100));
    LandingOutcome outer = landAfresh(s -> s);
    assertThat(((Failed) outer).message()).contains("service's own file is broken");
    assertThat(((Failed) outer).attempts()).isEqualTo(2);
    // What was landed before stays as it was.
    assertThat(landedBytes()).isEqualTo(file);
  }

  @Test
  void anotherCodingIsNamed() throws Exception {
    service.put("message", DAY, new byte[] {(byte) 0x8b, 1, (byte) 0x80, 3});
    service.onEveryDownload(Fault.header("Content-Encoding", "br"));

    assertThat(assertFailed(land(s -> s.withMaxAttempts(2)))).contains("encoded as br");
  }
}
