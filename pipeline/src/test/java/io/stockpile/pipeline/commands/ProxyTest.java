package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.http.ScriptedProxy;
import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedData;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole jobs that reach everything through a proxy. */
class ProxyTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final String PASSWORD = "hunter2:$ecret";

  @TempDir Path temporary;

  private SimulatedFirestream firestream;
  private ScriptedProxy proxy;
  private Archive archive;

  @BeforeEach
  void start() throws IOException {
    firestream = SimulatedFirestream.start();
    proxy = ScriptedProxy.start();
    proxy.knows("firestream.test:80", firestream.url().getPort());
    archive = new Archive(temporary.resolve("archive"));
    archive.environment().put("HTTP_PROXY", proxy.url());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    firestream.close();
  }

  private Archive.Ending backfill(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--firestreamUrl=http://firestream.test", "--date=2016-12-05", "--maxAttempts=2"));
    words.addAll(List.of(more));
    return archive.run("backfill", words.toArray(new String[0]));
  }

  private void serve() throws IOException {
    SimulatedData data = new SimulatedData(7);
    firestream.put("message", DAY, data.messages(DAY, 20).gzip());
    firestream.put("activity", DAY, data.activities(DAY, 20).gzip());
  }

  @Test
  void aBackfillLogsInToTheProxyWithTheReferenceThatIsGiven() throws IOException {
    serve();
    proxy.wants("user", PASSWORD);
    Path file = Files.writeString(temporary.resolve("login"), "user:" + PASSWORD + "\n");

    Archive.Ending ending = backfill("--proxyCredentials=file:" + file);

    assertThat(ending.code()).as(ending.err()).isEqualTo(0);
    assertThat(proxy.requests()).isNotEmpty();
  }

  @Test
  void aRefusedLoginIsAFailureThatNamesTheProxyAndNoSecret() {
    proxy.wants("user", "right");
    archive.environment().put("CORP_USERNAME", "user");
    archive.environment().put("CORP_PASSWORD", PASSWORD);

    Archive.Ending ending = backfill("--proxyCredentials=env:CORP", "--verbose");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out())
        .contains("The proxy " + proxy.url() + " (from HTTP_PROXY) refused the user name")
        .contains("Check the variables CORP_USERNAME and CORP_PASSWORD");
    assertThat(ending.out() + ending.err()).doesNotContain(PASSWORD).doesNotContain("hunter2");
    assertThat(firestream.requests()).isEmpty();
  }

  @Test
  void aLoginInTheUrlIsNeverPrinted() {
    archive.environment().put("HTTP_PROXY", proxy.url().replace("http://", "http://user:hunter2@"));
    proxy.wants("user", "right");
    Archive.Ending refused = backfill("--verbose");
    proxy.refuse("HTTP/1.1 503 Later", "user hunter2 is known here");
    Archive.Ending later = backfill("--verbose");
    archive.environment().put("HTTP_PROXY", "https://user:hunter2@127.0.0.1:1");
    Archive.Ending malformed = backfill("--verbose");

    for (Archive.Ending ending : List.of(refused, later, malformed)) {
      assertThat(ending.code()).isEqualTo(1);
      assertThat(ending.out() + ending.err()).doesNotContain("hunter2");
    }
    assertThat(refused.out()).contains("Check those in HTTP_PROXY");
    assertThat(later.out()).contains("is known here; through the proxy " + proxy.url() + ")");
    assertThat(malformed.out()).contains("The setting HTTP_PROXY names a proxy that is spoken to");
  }

  @Test
  void aReplayIsRefusedOnceForAllItsUnits() throws IOException {
    AdvancingClock clock = new AdvancingClock(Instant.parse("2016-06-01T12:00:00Z"));
    Archive replayed = new Archive(temporary.resolve("replay"), clock);
    replayed.environment().put("http_proxy", proxy.url());
    try (SimulatedReplay replay =
        SimulatedReplay.start(
            clock, new SimulatedTweets(SimulatedTweets.Form.ACTIVITY_STREAMS, 20))) {
      proxy.knows("replay.test:80", replay.url().getPort());
      proxy.wants("user", "right");
      String[] words = {
        "--account=acme",
        "--streamLabel=prod",
        "--streamType=firehose",
        "--from=2016-06-01T00:00Z",
        "--to=2016-06-01T10:00Z",
        "--replayUrl=http://replay.test"
      };
      Archive.Ending ending = replayed.run("replay", words);

      assertThat(ending.code()).isEqualTo(1);
      assertThat(ending.out())
          .contains("wants a user name and a password (407), and there are none")
          .contains("not asked for, because it would end like the unit before");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void aCollectionIsRefusedOnceForAllItsStreams() {
    proxy.wants("user", "right");
    Archive.Ending ending =
        archive.run("collect", "--streams=symbol/AAPL,symbol/TSLA", "--apiUrl=http://api.test");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out())
        .contains("The proxy " + proxy.url() + " (from HTTP_PROXY) wants a user name");
    assertThat(proxy.requests()).hasSize(1);
  }

  @Test
  void theRulesSayThatTheProxyRefuses() {
    proxy.wants("user", "right");
    Archive.Ending ending =
        archive.runPlain(
            "rules",
            "list",
            "--account=acme",
            "--streamLabel=prod",
            "--rulesUrl=http://rules.test",
            "--proxyCredentials=file:/nowhere/login");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .contains("was not reached. The proxy " + proxy.url())
        .contains("file:/nowhere/login");
  }

  @Test
  void credentialsThatAreNoReferenceStartNothing() {
    Archive.Ending ending = backfill("--proxyCredentials=user:hunter2");
    Archive.Ending rules =
        archive.runPlain(
            "rules", "list", "--account=a", "--streamLabel=b", "--proxyCredentials=user:hunter2");

    for (Archive.Ending each : List.of(ending, rules)) {
      assertThat(each.code()).isEqualTo(2);
      assertThat(each.err()).contains("--proxyCredentials").doesNotContain("hunter2");
    }
  }

  /**
   * The archive's store takes its proxy from the environment of the process, so this runs a process
   * of its own.
   */
  @Test
  void anArchiveOnS3IsReachedThroughTheSameProxyWithTheSameLogin() throws Exception {
    serve();
    try (EmbeddedS3 s3 = EmbeddedS3.start()) {
      proxy.knows("s3.test:80", URI.create(s3.endpoint()).getPort());
      proxy.wants("user", PASSWORD);
      String[] words = {
        "backfill",
        "--output=s3://" + EmbeddedS3.BUCKET + "/x",
        "--s3Endpoint=http://s3.test",
        "--s3PathStyle",
        "--firestreamUrl=http://firestream.test",
        "--date=2016-12-05",
        "--proxyCredentials=env:CORP"
      };
      Ended wrong = process("wrong-" + PASSWORD, words);
      Ended right = process(PASSWORD, words);

      String encoded =
          Base64.getEncoder().encodeToString(("user:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
      assertThat(wrong.code()).isEqualTo(1);
      assertThat(wrong.text())
          .contains("The proxy " + proxy.url() + " (from HTTP_PROXY) refused")
          .doesNotContain(PASSWORD);
      assertThat(wrong.text()).doesNotContain(encoded).doesNotContain("SdkClientException");
      assertThat(right.code()).as(right.text()).isEqualTo(0);
      assertThat(right.text()).doesNotContain(PASSWORD).doesNotContain(encoded);
      assertThat(proxy.requests()).anyMatch(line -> line.startsWith("PUT http://s3.test/"));
      assertThat(proxy.requests()).anyMatch(line -> line.startsWith("GET http://firestream.test/"));
    }
  }

  private record Ended(int code, String text) {}

  private Ended process(String password, String... words) throws IOException, InterruptedException {
    archive.environment().put("CORP_USERNAME", "user");
    archive.environment().put("CORP_PASSWORD", password);
    archive.environment().putAll(EmbeddedS3.environment());
    Process process = archive.startHeard(List.of(words));
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text);
  }
}
