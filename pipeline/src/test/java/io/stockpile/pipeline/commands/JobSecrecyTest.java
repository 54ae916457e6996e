package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.run.GraphRecorder;
import io.stockpile.pipeline.run.workers.ArchivePipeline;
import io.stockpile.pipeline.run.workers.ArchiveUnitFn;
import io.stockpile.pipeline.sources.firestream.Firestream;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReplayFault;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.SimulatedStockTwits;
import io.stockpile.simulated.data.SimulatedData;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * No secret is in anything that can be seen of a job (graph, options, log, screen, archive),
 * whatever the service answers. What the landing alone reveals is tested with the connector.
 */
class JobSecrecyTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);

  @TempDir private Path directory;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("io.stockpile");
  private SimulatedFirestream firestream;
  private Path archive;
  private Path credentials;

  @BeforeEach
  void start() throws IOException {
    archive = directory.resolve("archive");
    credentials =
        Files.writeString(
            directory.resolve("credentials"),
            SimulatedFirestream.USERNAME + ":" + SimulatedFirestream.PASSWORD);
    firestream = SimulatedFirestream.start();
    firestream.put("message", DAY, new SimulatedData(7).messages(DAY, 20).gzip());
    log.start();
    ours.setLevel(Level.ALL);
    root.addAppender(log);
    GraphRecorder.take();
  }

  @AfterEach
  void stop() throws IOException {
    root.detachAppender(log);
    ours.setLevel(null);
    firestream.close();
  }

  static Stream<Fault> troubleAtTheService() {
    String header = Secrets.AUTHORIZATION;
    String token = header.substring("Basic ".length());
    String pair = SimulatedFirestream.USERNAME + ":" + SimulatedFirestream.PASSWORD;
    return Stream.of(
        Fault.status(401, "Authorization: " + header + " is not good"),
        Fault.status(403, "{\"headers\":{\"authorization\":[\"" + header + "\"]}}"),
        Fault.status(404, "no file for " + pair + " at /f" + Secrets.SIGNED),
        Fault.status(500, "GET /backups\r\nauthorization:" + header + "\r\nHost: x\r\n"),
        Fault.status(502, "bad upstream https://simulated-user:simulated%3Apass%3Aword@h/f"),
        Fault.status(503, "x".repeat(8150) + header),
        Fault.status(503, "<pre>" + token + "</pre>" + token.replace("=", "%3D")),
        Fault.redirect(302, "https://simulated-user:simulated%3Apass%3Aword@127.0.0.1:1/f"),
        Fault.redirect(302, "http://127.0.0.1:1/f" + Secrets.SIGNED),
        Fault.redirect(302, "http://no such host/f" + Secrets.SIGNED),
        Fault.redirect(307, "file:///etc/passwd" + Secrets.SIGNED),
        Fault.dropped());
  }

  static Stream<Fault> troubleAtTheDownload() {
    return Stream.of(
        Fault.expiredLink(),
        Fault.status(403, "<StringToSign>AWS4 SIMULATEDKEY 0123456789abcdef</StringToSign>"),
        Fault.status(404, "<Resource>/f" + Secrets.SIGNED.replace("&", "&amp;") + "</Resource>"),
        Fault.status(500, "{\"url\":\"https://h/f" + Secrets.SIGNED + "\"}"),
        Fault.redirect(302, "https://127.0.0.1:1/g" + Secrets.SIGNED),
        Fault.closeAfter(10),
        Fault.corruptedByte(0));
  }

  @ParameterizedTest
  @MethodSource("troubleAtTheService")
  void aServiceThatRepeatsWhatItGotLearnsNobodyAnything(Fault fault) throws IOException {
    firestream.onEveryService(fault);

    assertNothingGivenAway(backfill("--verbose"));
    assertNothingInTheOutcomesOfWorkers();
  }

  @ParameterizedTest
  @MethodSource("troubleAtTheDownload")
  void aDownloadThatFailsDoesNotShowItsLink(Fault fault) throws IOException {
    firestream.onEveryDownload(fault);

    assertNothingGivenAway(backfill("--verbose"));
    assertNothingInTheOutcomesOfWorkers();
  }

  @Test
  void whatAClusterGetsToSeeHoldsTheReferenceAndNoMore() throws IOException {
    String screen = backfill("--runner=" + GraphRecorder.class.getName());

    List<String> graph = GraphRecorder.take();
    assertThat(graph).hasSizeGreaterThan(10);
    assertThat(String.join("\n", graph))
        .as("it is all there to be looked through")
        .contains("beam:transform:pardo:v1")
        .contains(ArchiveUnitFn.class.getName())
        .contains(UnitWork.class.getName())
        .contains(credentials.toString())
        .contains("firestreamCredentials");
    graph.forEach(text -> Secrets.assertNoneIn("the job's graph", text));
    assertThat(screen).contains("1 committed");
    assertNothingGivenAway(screen);
  }

  static Stream<ReplayFault> troubleAtReplay() {
    String header = Secrets.authorization(SimulatedReplay.USERNAME, SimulatedReplay.PASSWORD);
    String pair = SimulatedReplay.USERNAME + ":" + SimulatedReplay.PASSWORD;
    return Stream.of(
        ReplayFault.none(),
        ReplayFault.status(401, "Authorization: " + header),
        ReplayFault.status(403, "{\"error\":{\"message\":\"no access for " + pair + "\"}}"),
        ReplayFault.status(500, "GET /replay\r\nauthorization: " + header + "\r\n"),
        ReplayFault.status(503, "{\"headers\":{\"Authorization\":\"" + header + "\"}}"));
  }

  @ParameterizedTest
  @MethodSource("troubleAtReplay")
  void replayGivesNothingAwayEither(ReplayFault fault) throws IOException {
    Files.writeString(credentials, SimulatedReplay.USERNAME + ":" + SimulatedReplay.PASSWORD);
    AdvancingClock now = new AdvancingClock(Instant.parse("2016-12-05T06:00:00Z"));
    SimulatedTweets tweets = new SimulatedTweets(SimulatedTweets.Form.ACTIVITY_STREAMS, 5);
    try (SimulatedReplay replay = SimulatedReplay.start(now, tweets)) {
      replay.otherwise(fault);

      String screen =
          run(
              now,
              "replay",
              "--output=" + archive,
              "--streamType=sample10",
              "--account=acme",
              "--streamLabel=prod",
              "--from=2016-12-05T00:00Z",
              "--to=2016-12-05T00:10Z",
              "--maxAttempts=2",
              "--replayRateLimit=1000/PT1M",
              "--replayUrl=" + replay.url(),
              "--replayCredentials=file:" + credentials,
              "--verbose",
              "--runner=" + GraphRecorder.class.getName());

      List<String> graph = GraphRecorder.take();
      assertThat(String.join("\n", graph)).contains(credentials.toString(), "replayCredentials");
      graph.forEach(text -> Secrets.assertNoneIn("the job's graph", text));
      assertThat(replay.requests()).isNotEmpty();
      assertNothingGivenAway(screen);
    }
  }

  static Stream<Fault> troubleAtTheApi() {
    String token = SimulatedStockTwits.TOKEN;
    return Stream.of(
        Fault.none(),
        Fault.status(401, "Authorization: Bearer " + token),
        Fault.status(403, "{\"errors\":[{\"message\":\"" + token + " may not\"}]}"),
        Fault.status(200, "{\"errors\":[{\"message\":\"" + token + "\"}]}"),
        Fault.status(200, token),
        Fault.status(503, "<pre>" + token + "</pre>"));
  }

  @ParameterizedTest
  @MethodSource("troubleAtTheApi")
  void theRestApiGivesNoTokenAway(Fault fault) throws IOException {
    Files.writeString(credentials, SimulatedStockTwits.TOKEN + "\n");
    AdvancingClock now = new AdvancingClock(Instant.parse("2016-12-05T06:00:00Z"));
    try (SimulatedStockTwits api = SimulatedStockTwits.start(now)) {
      api.post("symbol/AAPL", 40);
      api.script(fault, fault);

      String screen =
          run(
              now,
              "collect",
              "--output=" + archive,
              "--streams=symbol/AAPL",
              "--maxAttempts=2",
              "--apiUrl=" + api.url(),
              "--apiCredentials=file:" + credentials,
              "--verbose",
              "--runner=" + GraphRecorder.class.getName());

      List<String> graph = GraphRecorder.take();
      assertThat(String.join("\n", graph)).contains(credentials.toString(), "apiCredentials");
      graph.forEach(text -> Secrets.assertNoneIn("the job's graph", text));
      assertThat(api.requests()).isNotEmpty();
      assertNothingGivenAway(screen);
    }
  }

  @Test
  void aCommandLineThatHoldsThePasswordIsNotRepeated() throws IOException {
    String pair = SimulatedFirestream.USERNAME + ":" + SimulatedFirestream.PASSWORD;
    for (String mistake :
        List.of(
            "--firestreamCredentials=" + pair,
            "--firestreamCredentials=env:" + pair,
            "--firestreamUrl=https://" + pair + "@firestream.stocktwits.com")) {
      assertNothingGivenAway(backfill("--verbose", mistake));
    }
  }

  /** Runs a backfill of the day. Returns everything that a user would see. */
  private String backfill(String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "backfill",
                "--output=" + archive,
                "--date=" + DAY,
                "--fileTypes=message",
                "--maxAttempts=2"));
    words.addAll(List.of(arguments));
    addUnlessGiven(words, "--firestreamUrl=", firestream.url().toString());
    addUnlessGiven(words, "--firestreamCredentials=", "file:" + credentials);
    return run(
        new AdvancingClock(Instant.parse("2016-12-10T12:00:00Z")), words.toArray(new String[0]));
  }

  private static String run(AdvancingClock clock, String... words) {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(screen, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            clock,
            clock,
            () -> 0.5,
            name -> Optional.ofNullable(Map.of("STOCKPILE_VERBOSE", "1").get(name)));
    int code = new Stockpile(surroundings, print, print).run(words);
    return screen.toString(StandardCharsets.UTF_8) + "exit code " + code;
  }

  private static void addUnlessGiven(List<String> words, String option, String value) {
    if (words.stream().noneMatch(word -> word.startsWith(option))) {
      words.add(option + value);
    }
  }

  /**
   * Runs a pipeline that this process does not know as its own, as on a worker of a cluster, and
   * asserts that no secret is in the outcomes that it writes.
   */
  private void assertNothingInTheOutcomesOfWorkers() throws IOException {
    StoreLocation output = new StoreLocation(archive.toString(), null, false, false);
    FirestreamSettings settings =
        FirestreamSettings.defaults()
            .withUrl(firestream.url())
            .withCredentials(CredentialsReference.parse("file:" + credentials))
            .withMaxAttempts(1);
    FirestreamUnit unit = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);
    ArchivePipeline.run(
        PipelineOptionsFactory.fromArgs("--targetParallelism=1").create(),
        List.of(new UnitWork(unit, "", new UnitWork.From.Service(false))),
        new WorkerSettings(
            output,
            DeriveSettings.defaults(),
            "run-elsewhere",
            1,
            false,
            false,
            Map.of(Firestream.NAME, Firestream.landing(settings))));

    assertThat(archive.resolve("_runs/run-elsewhere/" + unit.name() + ".json")).exists();
    assertNothingGivenAway("");
  }

  private void assertNothingGivenAway(String screen) throws IOException {
    Secrets.assertNoneIn("the screen", screen);
    for (ILoggingEvent event : List.copyOf(log.list)) {
      Secrets.assertNoneIn("the log", event.getFormattedMessage());
      for (IThrowableProxy thrown = event.getThrowableProxy();
          thrown != null;
          thrown = thrown.getCause()) {
        Secrets.assertNoneIn("an exception in the log", String.valueOf(thrown.getMessage()));
      }
    }
    if (Files.exists(archive)) {
      try (Stream<Path> files = Files.walk(archive)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Secrets.assertNoneIn(
              file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
  }
}
