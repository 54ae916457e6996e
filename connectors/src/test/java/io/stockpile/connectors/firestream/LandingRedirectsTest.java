package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.RawHttpServer;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Absent;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.simulated.Fault;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandingRedirectsTest extends LandingFixture {
  private static final String PATH = "/backups/message/2016/12/05";

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void relativeAndSameOriginRedirectsAreFollowedWithCredentials(int status) throws Exception {
    service.onService(
        Fault.redirect(status, PATH + "?hop=1"),
        Fault.redirect(status, service.url() + PATH + "?hop=2"),
        Fault.redirect(status, "05?hop=3"));

    assertLanded(land());
    assertThat(atService()).hasSize(4);
    assertThat(atService()).allMatch(request -> request.header("Authorization").isPresent());
    assertThat(atDownload()).allMatch(request -> request.header("Authorization").isEmpty());
    assertThat(atDownload()).hasSize(1);
  }

  @Test
  void theFileMayComeFromASameOriginLink() throws Exception {
    service.onService(
        Fault.redirect(302, PATH + "?link=1"), Fault.servedDirectly().and(Fault.closeAfter(5000)));
    service.onEveryService(Fault.servedDirectly());

    assertLanded(land());
    assertThat(atService().get(2).target()).isEqualTo(PATH + "?link=1");
    assertThat(atService().get(2).header("Range")).contains("bytes=5000-");
  }

  @Test
  void aSameOriginLinkThatIsOverIsReplacedInsteadOfBlamingTheCredentials() throws Exception {
    service.onService(Fault.redirect(302, PATH + "?link=1"), Fault.status(403, "expired"));

    assertLanded(land());
  }

  @Test
  void aMovedPathIsStillTheServicesWord() throws Exception {
    service.onService(Fault.redirect(301, "/backups/message/2016/12/07"));

    assertThat(land()).isInstanceOf(Absent.class);
  }

  @Test
  void credentialsDoNotComeBackOnceTheChainHasLeftTheService() throws Exception {
    service.onDownload(Fault.redirect(302, service.url() + PATH + "?back=1"));
    service.onService(Fault.none(), Fault.status(401, "who are you?"));

    assertLanded(land());
    assertThat(atService()).hasSize(3);
    assertThat(atService().get(1).target()).isEqualTo(PATH + "?back=1");
    assertThat(atService().get(1).header("Authorization")).isEmpty();
  }

  @Test
  void aDownloadHostMaySendUsOn() throws Exception {
    service.onDownload(Fault.redirect(307, "/firestream-backups/message/2016-12-05.gz?moved=1"));

    LandingOutcome outcome = land(s -> s.withMaxAttempts(1));

    // The simulated host does not know this signature, and refuses it.
    assertThat(assertFailed(outcome)).contains("403").doesNotContain("moved=1");
    assertThat(atDownload()).hasSize(2);
  }

  @Test
  void tenRedirectsAreFollowed() throws Exception {
    service.onService(hops(9));

    assertLanded(land());
    assertThat(service.requests()).hasSize(11);
  }

  @Test
  void moreThanTenRedirectsAreSaid() throws Exception {
    service.onService(hops(10));

    assertThat(assertFailed(land())).contains("more than 10 redirects").doesNotContain("?hop");
    assertThat(service.requests()).hasSize(11);
  }

  @Test
  void aLoopIsSaid() throws Exception {
    service.onService(Fault.redirect(302, PATH + "?a=1"), Fault.redirect(302, PATH));

    LandingOutcome outcome = land();

    assertThat(assertFailed(outcome)).contains("round in a loop", service.url() + PATH);
    assertThat(((Failed) outcome).attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://localhost/file?X-Amz-Signature=S3CRET", "file:///etc/passwd"})
  void otherSchemesAreRefusedAtOnce(String location) throws Exception {
    service.onService(Fault.redirect(302, location));

    assertThat(assertFailed(land()))
        .contains("only https and http are followed")
        .doesNotContain("S3CRET");
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void aRedirectToNowhereIsTriedAgain() throws Exception {
    service.onService(Fault.status(302, "no location"));

    assertLanded(land());
    assertThat(atService()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://%zz/?sig=S3CRET",
        "http://127.0.0.1:99999/f?sig=S3CRET",
        "http://127.0.0.1:0/f?sig=S3CRET",
      })
  void aMalformedLocationFailsAtOnce(String location) throws Exception {
    service.onEveryService(Fault.redirect(302, location));

    LandingOutcome outcome = land();

    assertThat(assertFailed(outcome)).contains("malformed Location").doesNotContain("S3CRET");
    assertThat(((Failed) outcome).attempts()).isEqualTo(1);
    assertThat(service.requests()).hasSize(1);
    assertThat(fake.pauses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/täglich/Übersicht – día.gz?sig=a%2Bb%3D,"
        + " /t%C3%A4glich/%C3%9Cbersicht%20%E2%80%93%20d%C3%ADa.gz?sig=a%2Bb%3D",
    "/no\u00a0break à.gz?sig=a%2Bb%3D, /no%C2%A0break%20%C3%A0.gz?sig=a%2Bb%3D",
    "/f.gz?sig=a%2Bb%3D&share=100%, /f.gz?sig=a%2Bb%3D&share=100%25",
    "//two//slashes.gz?sig=a%2Bb%3D, //two//slashes.gz?sig=a%2Bb%3D",
  })
  void anOddLinkIsAskedForWithItsOwnBytes(String link, String target) throws Exception {
    try (RawHttpServer host =
        RawHttpServer.start(
            request ->
                RawHttpServer.answer(
                    "HTTP/1.1 200 OK\nContent-Length: " + file.length + "\n", file))) {
      service.onService(Fault.redirect(302, host.url() + RawHttpServer.rawUtf8(link)));

      assertLanded(land());
      assertThat(host.requests()).hasSize(1);
      assertThat(host.requests().get(0).target()).isEqualTo(target);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', /f.gz closed the connection without an answer",
    "'HTTP/1.1 200 OK\nContent-Length: 1\nContent-Length: 2\n',"
        + " /f.gz gave an answer that is no sound HTTP: ",
    "'HTTP/1.1 200 OK\nContent-Length: -1\n', /f.gz gave an answer that is no sound HTTP: ",
    "'SSH-2.0-x\n', /f.gz closed the connection without an answer",
  })
  void anAnswerThatIsNoHttpIsSaidWithItsUrl(String head, String said) throws Exception {
    try (RawHttpServer host =
        RawHttpServer.start(
            request -> head.isEmpty() ? new byte[0] : RawHttpServer.answer(head, new byte[0]))) {
      String link = host.url() + "/f.gz?X-Amz-Signature=S3CRET";
      service.onService(Fault.redirect(302, link), Fault.redirect(302, link));

      assertThat(assertFailed(land(s -> s.withMaxAttempts(2))))
          .contains(host.url() + said, "The same command tries again.")
          .doesNotContain("S3CRET");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://me:S3CRET@127.0.0.1:1/f.gz"})
  void aLinkThatLeadsNowhereIsNotTriedAgain(String location) throws Exception {
    service.onService(Fault.redirect(302, location));

    assertThat(assertFailed(land())).contains(PATH + " redirected ").doesNotContain("S3CRET");
    assertThat(service.requests()).hasSize(1);
    assertThat(fake.pauses()).isEmpty();
  }

  @Test
  void aNameThatDoesNotResolveIsSaidWithWhatToDo() throws Exception {
    LandingOutcome outcome =
        land(s -> s.withUrl(URI.create("https://firestream.invalid/base")).withMaxAttempts(2));

    assertThat(assertFailed(outcome))
        .contains(
            "the host name firestream.invalid could not be resolved",
            "check how it is written",
            "The same command tries again.");
  }

  @Test
  void aLinkToADeadHostIsReplacedByANewOne() throws Exception {
    service.onService(Fault.redirect(302, "http://127.0.0.1:1/f?X-Amz-Signature=S3CRET"));

    assertLanded(land());
    assertThat(atService()).hasSize(2);
  }

  private static Fault[] hops(int count) {
    return IntStream.range(0, count)
        .mapToObj(hop -> Fault.redirect(302, PATH + "?hop=" + hop))
        .toArray(Fault[]::new);
  }
}
