package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedFirestream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, no secret and no link's query is in an outcome, a log or a callback. */
class LandingSecrecyTest extends LandingFixture {
  private static final String SIGNED =
      "?X-Amz-Credential=SIMULATEDKEY&X-Amz-Signature=0123456789abcdef";
  private static final List<String> SECRETS =
      List.of(
          SimulatedFirestream.USERNAME,
          SimulatedFirestream.PASSWORD,
          Base64.getEncoder()
              .encodeToString(
                  (SimulatedFirestream.USERNAME + ":" + SimulatedFirestream.PASSWORD)
                      .getBytes(StandardCharsets.UTF_8)),
          "X-Amz-Signature=",
          "SIMULATEDKEY",
          "0123456789abcdef");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.stockpile");
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void listenToTheLog() {
    log.start();
    ours.setLevel(Level.ALL);
    ours.addAppender(log);
  }

  @AfterEach
  void leaveTheLog() {
    ours.detachAppender(log);
    ours.setLevel(null);
  }

  static Stream<Fault> troubleAtTheService() {
    String echo = "sent " + SimulatedFirestream.USERNAME + "/" + SimulatedFirestream.PASSWORD;
    return Stream.of(
        Fault.status(401, echo),
        Fault.status(400, "cannot sign /f" + SIGNED),
        Fault.status(404, "<a href='https://h/f" + SIGNED + "'>"),
        Fault.status(503, "x".repeat(8190) + echo),
        Fault.status(503, echo.repeat(300)),
        Fault.redirect(302, "https://127.0.0.1:1/f" + SIGNED),
        Fault.redirect(302, "http://no-such-host.invalid/f" + SIGNED),
        Fault.redirect(302, "http://%zz/f" + SIGNED),
        Fault.redirect(302, "ftp://h/f" + SIGNED),
        Fault.redirect(302, "http://simulated-user:simulated:pass:word@h:x/f" + SIGNED),
        Fault.redirect(302, "?a=1" + SIGNED.replace('?', '&')),
        Fault.dropped());
  }

  static Stream<Fault> troubleAtTheDownload() {
    return Stream.of(
        Fault.expiredLink(),
        Fault.status(403, "<StringToSign>AWS4 SIMULATEDKEY 0123456789abcdef</StringToSign>"),
        Fault.status(500, "{\"url\":\"https://h/f" + SIGNED + "\"}"),
        Fault.redirect(302, "ftp://h/f" + SIGNED),
        Fault.closeAfter(0),
        Fault.dropped(),
        Fault.header("Content-Length", "abc"),
        Fault.header("Content-Type", "text/html; from=/f" + SIGNED).and(Fault.corruptedByte(0)));
  }

  @ParameterizedTest
  @MethodSource("troubleAtTheService")
  void troubleAtTheServiceGivesNothingAway(Fault fault) throws Exception {
    service.onEveryService(fault);

    assertNothingGivenAway(land(UNIT, s -> s.withMaxAttempts(2), listener()));
  }

  @ParameterizedTest
  @MethodSource("troubleAtTheDownload")
  void troubleAtTheDownloadGivesNothingAway(Fault fault) throws Exception {
    service.onEveryDownload(fault);

    assertNothingGivenAway(land(UNIT, s -> s.withMaxAttempts(2), listener()));
  }

  private LandingListener listener() {
    return new LandingListener() {
      @Override
      public void retrying(ArchiveUnit unit, String reason, Duration pause) {
        heard.add(reason);
      }
    };
  }

  private void assertNothingGivenAway(LandingOutcome outcome) throws Exception {
    ByteArrayOutputStream serialised = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(serialised)) {
      out.writeObject(outcome);
      out.writeObject(settings());
    }
    List<String> texts = new ArrayList<>(heard);
    texts.add(outcome.toString());
    texts.add(settings().toString());
    texts.add(serialised.toString(StandardCharsets.ISO_8859_1));
    for (ILoggingEvent event : log.list) {
      texts.add(event.getFormattedMessage());
      for (IThrowableProxy thrown = event.getThrowableProxy();
          thrown != null;
          thrown = thrown.getCause()) {
        texts.add(String.valueOf(thrown.getMessage()));
      }
    }
    assertThat(texts).hasSizeGreaterThanOrEqualTo(3);
    for (String secret : SECRETS) {
      assertThat(texts).noneMatch(text -> text.contains(secret));
    }
  }
}
