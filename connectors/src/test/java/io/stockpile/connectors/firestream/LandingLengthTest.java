package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.RawHttpServer;
import io.stockpile.connectors.http.RawHttpServer.Request;
import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.landing.LandedDoubts.Doubt;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that end with their connection, which is closed between two gzip members. */
class LandingLengthTest extends LandingFixture {
  private static final String NO_LENGTH = "HTTP/1.1 200 OK\nConnection: close\n";
  private byte[] cut;

  @BeforeEach
  void offerTwoMembers() throws IOException {
    file = new SimulatedData(1).messages(DAY, 40).gzip(2);
    service.put("message", DAY, file);
    int second = 1;
    while (file[second] != 0x1f || (file[second + 1] & 0xff) != 0x8b || file[second + 2] != 8) {
      second++;
    }
    cut = Arrays.copyOf(file, second);
  }

  @Test
  void theFirstByteAloneSaysHowLongTheFileIs() throws Exception {
    service.onDownload(Fault.untilClose().and(Fault.closeAfter(cut.length)));

    assertLanded(land());
    assertThat(atDownload().get(1).header("Range")).contains("bytes=0-0");
    assertThat(atDownload().get(2).header("Range")).contains("bytes=" + cut.length + "-");
    assertThat(LandedDoubts.find(store, UNIT.landingKey())).isEmpty();
  }

  @Test
  void aWholeFileIsVouchedForByItsFirstByteToo() throws Exception {
    service.onDownload(Fault.untilClose());

    Landed landed = (Landed) land();

    assertLanded(landed);
    assertThat(landed.file().length()).isEqualTo(LandedFile.Length.DECLARED);
    assertThat(atDownload()).hasSize(2);
  }

  @Test
  void chunksOfWhichTheLastIsMissingAreAskedForAgain() throws Exception {
    service.onDownload(
        Fault.chunkedEndingAfter(cut.length).and(Fault.noETag()),
        Fault.chunkedEndingAfter(cut.length).and(Fault.noETag()));

    assertLanded(land());
    assertThat(atDownload()).hasSize(3);
  }

  @Test
  void aHeadSaysItWhereRangesAreNotKnown() throws Exception {
    Deque<byte[]> bodies = new ArrayDeque<>(List.of(cut, cut, file));
    Landed landed =
        (Landed)
            landFrom(
                request ->
                    request.method().equals("HEAD")
                        ? RawHttpServer.answer(
                            "HTTP/1.1 200 OK\nContent-Length: " + file.length + "\n", new byte[0])
                        : RawHttpServer.answer(
                            NO_LENGTH, bodies.size() > 1 ? bodies.removeFirst() : file));

    assertLanded(landed);
    assertThat(landed.file().length()).isEqualTo(LandedFile.Length.DECLARED);
  }

  @Test
  void aHeadThatKnowsNothingIsNotBelieved() throws Exception {
    Landed landed =
        (Landed)
            landFrom(
                request ->
                    request.method().equals("HEAD")
                        ? RawHttpServer.answer("HTTP/1.1 200 OK\nContent-Length: 0\n", new byte[0])
                        : RawHttpServer.answer(NO_LENGTH, file));

    assertLanded(landed);
    assertThat(landed.file().length()).isEqualTo(LandedFile.Length.UNDECLARED);
  }

  @Test
  void aSecondAttemptThatDeclaresALengthSettlesIt() throws Exception {
    Deque<byte[]> answers =
        new ArrayDeque<>(
            List.of(
                RawHttpServer.answer(NO_LENGTH, cut),
                RawHttpServer.answer("HTTP/1.1 501 No\nContent-Length: 0\n", new byte[0]),
                RawHttpServer.answer("HTTP/1.1 501 No\nContent-Length: 0\n", new byte[0]),
                RawHttpServer.answer(
                    "HTTP/1.1 200 OK\nContent-Length: " + file.length + "\n", file)));
    Landed landed = (Landed) landFrom(request -> answers.removeFirst());

    assertLanded(landed);
    assertThat(landed.file().length()).isEqualTo(LandedFile.Length.DECLARED);
  }

  @Test
  void twoReadsThatDifferAreNotBelieved() throws Exception {
    Deque<byte[]> bodies = new ArrayDeque<>(List.of(cut, file, cut, cut, file));
    Landed landed =
        (Landed)
            landFrom(
                request ->
                    request.header("Range").isEmpty() && request.method().equals("GET")
                        ? RawHttpServer.answer(NO_LENGTH, bodies.removeFirst())
                        : RawHttpServer.answer(
                            "HTTP/1.1 403 No\nContent-Length: 0\n", new byte[0]));

    assertLanded(landed);
    assertThat(bodies).isEmpty();
    assertThat(landed.file().length()).isEqualTo(LandedFile.Length.UNDECLARED);
  }

  @Test
  void aServerThatAlwaysCutsThereIsAskedAgainByTheNextLanding() throws Exception {
    Landed first = (Landed) landFrom(request -> RawHttpServer.answer(NO_LENGTH, cut));

    assertThat(first.file().length()).isEqualTo(LandedFile.Length.UNDECLARED);
    assertThat(landedBytes()).isEqualTo(cut);
    assertThat(LandedDoubts.find(store, UNIT.landingKey())).contains(Doubt.UNDECLARED_LENGTH);

    Landed second = (Landed) land();

    assertThat(second.fetched()).isTrue();
    assertLanded(second);
    assertThat(second.file().key()).isEqualTo(UNIT.landingKey().replace(".gz", ".g2.gz"));
    assertThat(landedBytes()).isEqualTo(cut);
    assertThat(LandedDoubts.find(store, second.file().key())).isEmpty();
    assertThat(((Landed) land()).fetched()).isFalse();
  }

  @Test
  void oneAttemptAloneProvesNothing() throws Exception {
    service.onEveryService(Fault.none());
    try (RawHttpServer host =
        RawHttpServer.start(request -> RawHttpServer.answer(NO_LENGTH, cut))) {
      service.onEveryService(Fault.redirect(302, host.url() + "/f?sig=S3CRET"));

      LandingOutcome outcome = land(s -> s.withMaxAttempts(1));

      assertThat(outcome).isInstanceOf(Failed.class);
      assertThat(((Failed) outcome).message())
          .contains("after " + cut.length + " bytes and never said how long the file is")
          .doesNotContain("S3CRET");
      assertThat(store.list("")).isEmpty();
    }
  }

  private LandingOutcome landFrom(Function<Request, byte[]> script) throws Exception {
    try (RawHttpServer host = RawHttpServer.start(script)) {
      service.onEveryService(Fault.redirect(302, host.url() + "/f?sig=1"));
      return land();
    } finally {
      service.onEveryService(Fault.none());
    }
  }
}
