package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.ReplayFault;
import io.stockpile.simulated.ReplayRange;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Instant MIDNIGHT = Instant.parse("2016-06-01T00:00:00Z");
  private static final String FROM = "--from=2016-06-01T00:00Z";
  private static final String TO = "--to=2016-06-01T04:00Z";
  private static final String MANIFESTS = "_manifests/replay/sample10/acme/prod/";
  private static final String FIRST = MANIFESTS + "201606010000_201606010200.json";
  private static final String SECOND = MANIFESTS + "201606010200_201606010400.json";

  private final AdvancingClock clock = new AdvancingClock(MIDNIGHT.plus(Duration.ofHours(6)));
  private final SimulatedTweets tweets =
      new SimulatedTweets(SimulatedTweets.Form.ACTIVITY_STREAMS, 5);
  private SimulatedReplay replay;
  private Archive archive;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"), clock);
    replay = SimulatedReplay.start(clock, tweets);
    replay.limit(5, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() throws IOException {
    replay.close();
  }

  private Archive.Ending run(String command, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--streamType=sample10",
                "--account=acme",
                "--streamLabel=prod",
                "--replayUrl=" + replay.url()));
    words.addAll(List.of(arguments));
    return archive.run(command, words.toArray(new String[0]));
  }

  private static Instant at(int minute) {
    return MIDNIGHT.plus(Duration.ofMinutes(minute));
  }

  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    for (ReplayRange range : replay.ranges()) {
      asked.add(
          Duration.between(MIDNIGHT, range.from()).toMinutes()
              + "-"
              + Duration.between(MIDNIGHT, range.to()).toMinutes());
    }
    return asked;
  }

  /** All ids in the table, repeated ones included. */
  private List<Long> rows() throws SQLException {
    List<Long> ids = new ArrayList<>();
    DuckDb.query(archive.root(), "SELECT id FROM TABLE(twitter/tweets) ORDER BY id")
        .forEach(row -> ids.add(Long.valueOf(row.get(0))));
    return ids;
  }

  private JsonNode manifest(String key) throws IOException {
    return JsonMapper.builder().build().readTree(archive.read(key));
  }

  @Test
  void everyMinuteOfAFaultlessRangeTakesOneRequestAUnit() throws Exception {
    Archive.Ending ending = run("replay", FROM, TO);

    assertThat(ending.err()).isEmpty();
    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("2 units: 2 committed", "1,200 rows");
    assertThat(asked()).containsExactly("0-120", "120-240");
    assertThat(rows()).isEqualTo(tweets.ids(at(0), at(240)));
    assertThat(archive.files())
        .contains(
            "_landing/replay/sample10/acme/prod/201606010000_201606010200/1.json.gz",
            "twitter/tweets/date=2016-06-01/replay-sample10-acme-prod-201606010000_201606010200-0000.parquet",
            FIRST,
            SECOND)
        .noneMatch(file -> file.contains("pieces") || file.startsWith("_rejected"));
    JsonNode account = manifest(FIRST).path("replay");
    assertThat(manifest(FIRST).path("status").asText()).isEqualTo("complete");
    assertThat(account.path("requests")).hasSize(1);
    assertThat(account.path("requests").get(0).path("outcome").asText()).isEqualTo("completed");
    assertThat(account.path("requests").get(0).path("activity_count").asLong()).isEqualTo(600);
    assertThat(account.path("minutes").toString())
        .isEqualTo(
            "[{\"from\":\"2016-06-01T00:00Z\",\"to\":\"2016-06-01T02:00Z\",\"state\":\"complete\","
                + "\"attempts\":1}]");
    assertThat(manifest(FIRST).path("counts").path("control").asLong()).isEqualTo(1);
  }

  @Test
  void gapsOfEveryKindAreAskedForAgainAndNothingIsThereTwice() throws Exception {
    replay.script(
        ReplayFault.closeAfter(200),
        ReplayFault.failedMinutes(at(50), at(51)),
        ReplayFault.cutMidLine(3),
        ReplayFault.none(),
        ReplayFault.duplicates(3),
        ReplayFault.rateLimited());

    Archive.Ending ending = run("replay", FROM, TO);

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(rows()).isEqualTo(tweets.ids(at(0), at(240)));
    assertThat(asked()).startsWith("0-120", "38-120", "50-52", "50-52", "120-240");
    JsonNode counts = manifest(FIRST).path("counts");
    assertThat(counts.path("lines").asLong())
        .isEqualTo(
            counts.path("rows").asLong()
                + counts.path("control").asLong()
                + counts.path("blank").asLong()
                + counts.path("duplicates").asLong());
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void aSecondRunAsksForNothingAndChangesNothing() {
    run("replay", FROM, TO);
    Map<String, byte[]> before = archive.contents();
    archive.environment().clear();

    Archive.Ending ending = run("replay", FROM, TO);

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("2 units: 2 already held");
    assertThat(replay.ranges()).hasSize(2);
    assertThat(archive.contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void minutesThatStillFailMakeTheUnitIncompleteUntilALaterRunBringsThem() throws Exception {
    replay.script(
        ReplayFault.failedMinutes(at(7)),
        ReplayFault.failedMinutes(at(7)),
        ReplayFault.failedMinutes(at(7)));

    Archive.Ending first = run("replay", FROM, TO, "--maxAttempts=3");

    assertThat(first.code()).as(first.out()).isEqualTo(3);
    assertThat(first.out())
        .contains("1 committed, 1 incomplete")
        .contains("1 minute is missing (2016-06-01T00:07Z to 2016-06-01T00:08Z)")
        .contains("Replay forgets the first of them at 2016-06-06T00:07Z");
    assertThat(manifest(FIRST).path("status").asText()).isEqualTo("incomplete");
    assertThat(manifest(FIRST).path("replay").path("minutes").get(1).toString())
        .isEqualTo(
            "{\"from\":\"2016-06-01T00:07Z\",\"to\":\"2016-06-01T00:08Z\",\"state\":\"missing\","
                + "\"attempts\":3}");
    List<Long> allButTheMinute = new ArrayList<>(tweets.ids(at(0), at(240)));
    allButTheMinute.removeAll(tweets.ids(at(7)));
    assertThat(rows()).isEqualTo(allButTheMinute);
    assertThat(archive.run("status").out())
        .contains("incomplete")
        .containsPattern("00:07Z +2016-06-01T00:08Z +1 +missing +3 +to be had until 2016-06-06T00");
    assertThat(archive.run("verify").code()).isZero();

    Archive.Ending second = run("replay", FROM, TO);

    assertThat(second.code()).as(second.out()).isZero();
    assertThat(second.out()).contains("1 committed, 1 already held");
    assertThat(asked()).hasSize(5).last().isEqualTo("7-8");
    assertThat(rows()).isEqualTo(tweets.ids(at(0), at(240)));
    assertThat(manifest(FIRST).path("status").asText()).isEqualTo("complete");
    assertThat(archive.run("status").out()).doesNotContain("incomplete").doesNotContain("missing");
  }

  @Test
  void whatIsTooNewOrTooOldIsSaidBeforeAndAskedForByALaterRun() throws Exception {
    Archive.Ending ending = run("replay", "--from=2016-06-01T04:00Z", "--to=2016-06-01T06:00Z");

    assertThat(ending.code()).isEqualTo(3);
    assertThat(ending.out())
        .startsWith(
            "2016-06-01T05:30Z to 2016-06-01T06:00Z cannot be had yet: Replay is 30 minutes behind,"
                + " so all of it can be had from 2016-06-01T06:30Z on.");
    assertThat(asked()).containsExactly("240-330");
    clock.sleep(Duration.ofHours(1));
    assertThat(run("replay", "--from=2016-06-01T04:00Z", "--to=2016-06-01T06:00Z").code()).isZero();
    assertThat(asked()).containsExactly("240-330", "330-360");
    assertThat(rows()).isEqualTo(tweets.ids(at(240), at(360)));

    Archive.Ending gone = run("replay", "--date=2016-05-20");

    assertThat(gone.code()).isEqualTo(3);
    assertThat(gone.out())
        .startsWith(
            "2016-05-20T00:00Z to 2016-05-21T00:00Z cannot be had any more: Replay keeps five days,"
                + " so the last of it could be had until 2016-05-25T23:59Z.");
    assertThat(replay.ranges()).hasSize(2);
    assertThat(archive.files()).noneMatch(file -> file.contains("20160520"));
  }

  @Test
  void waitingUntilMinutesAreAvailableTakesOneRequest() throws Exception {
    Archive.Ending ending =
        run("replay", "--from=2016-06-01T05:00Z", "--to=2016-06-01T06:00Z", "--waitUntilAvailable");

    assertThat(ending.code()).as(ending.out()).isZero();
    assertThat(asked()).containsExactly("300-360");
    assertThat(clock.instant()).isAfterOrEqualTo(at(390));
    assertThat(rows()).isEqualTo(tweets.ids(at(300), at(360)));
  }

  @Test
  void aUnitThatIsKilledBetweenLandingAndCommitGoesOnWithoutARequest() throws Exception {
    run("replay", FROM, "--to=2016-06-01T02:00Z");
    Files.delete(archive.root().resolve(FIRST));
    archive.files().stream()
        .filter(file -> file.startsWith("twitter/"))
        .forEach(file -> archive.root().resolve(file).toFile().delete());

    assertThat(run("replay", FROM, "--to=2016-06-01T02:00Z").code()).isZero();

    assertThat(replay.ranges()).hasSize(1);
    assertThat(rows()).isEqualTo(tweets.ids(at(0), at(120)));
  }

  @Test
  void replacingAsksAfreshAndKeepsNothingOfBefore() throws Exception {
    replay.script(ReplayFault.closeAfter(200));
    run("replay", FROM, "--to=2016-06-01T02:00Z");

    Archive.Ending ending = run("replay", FROM, "--to=2016-06-01T02:00Z", "--onExisting=replace");

    assertThat(ending.code()).as(ending.out()).isZero();
    assertThat(asked()).containsExactly("0-120", "38-120", "0-120");
    assertThat(archive.files().stream().filter(file -> file.startsWith("_landing")))
        .containsExactly(
            "_landing/replay/sample10/acme/prod/201606010000_201606010200/3.json",
            "_landing/replay/sample10/acme/prod/201606010000_201606010200/3.json.gz");
    assertThat(rows()).isEqualTo(tweets.ids(at(0), at(120)));
    assertThat(archive.run("verify").code()).isZero();

    replay.otherwise(ReplayFault.failedMinutes(at(3)));
    Map<String, byte[]> tables = archive.contents();
    tables.keySet().removeIf(file -> file.startsWith("_landing") || file.startsWith("_budget"));
    Archive.Ending worse =
        run("replay", FROM, "--to=2016-06-01T02:00Z", "--onExisting=replace", "--maxAttempts=2");

    assertThat(worse.code()).isEqualTo(3);
    assertThat(worse.out()).contains("What the archive holds of it stays.");
    tables.forEach((file, bytes) -> assertThat(archive.read(file)).as(file).isEqualTo(bytes));
  }

  @Test
  void deriveBuildsTheSameTablesFromTheAnswersWithoutTheNetwork() throws Exception {
    replay.script(ReplayFault.cutMidGzip(2_000), ReplayFault.disorder(3));
    run("replay", FROM, TO);
    Map<String, byte[]> before = archive.contents();
    before.keySet().removeIf(file -> file.startsWith("_manifests"));
    replay.close();
    archive.environment().clear();

    Archive.Ending ending = archive.run("derive");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out()).contains("2 units: 2 committed");
    assertThat(rows()).isEqualTo(tweets.ids(at(0), at(240)));
    before.forEach(
        (file, bytes) ->
            assertThat(archive.read(file.replace("-0000.parquet", "-g2-0000.parquet")))
                .as(file)
                .isEqualTo(bytes));
  }

  @Test
  void aPlanSaysRequestsAndTheLeastTimeAndChangesNothing() {
    Archive.Ending ending = run("plan", FROM, "--to=2016-06-01T06:00Z", "--requestSpan=PT30M");

    assertThat(ending.code()).isZero();
    assertThat(ending.out())
        .contains("cannot be had yet")
        .contains("sample10/acme/prod  2016-06-01T00:00Z  2016-06-01T06:00Z")
        .contains(": 11 if nothing fails, one after the other; at most 5 in 5 min 00 s are allowed")
        .contains("so at least 10 min 00 s")
        .contains("Credentials env:GNIP: found");
    assertThat(run("replay", FROM, TO, "--dryRun").out()).contains("Requests to");
    assertThat(replay.requests()).isEmpty();
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void refusedCredentialsEndWithTheirOwnCode() {
    archive.environment().put("GNIP_PASSWORD", "wrong-secret");

    Archive.Ending ending = run("replay", FROM, TO);

    assertThat(ending.code()).isEqualTo(4);
    assertThat(ending.out()).contains("401", "GNIP_USERNAME").doesNotContain("wrong-secret");
    assertThat(archive.files()).noneMatch(file -> file.startsWith("_manifests"));

    archive.environment().clear();
    Archive.Ending missing = run("replay", FROM, TO);
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("--replayCredentials", "GNIP_USERNAME");
  }

  @Test
  void aPowerTrackStreamWithoutRulesIsToldSoBeforeARequestIsSpent() throws Exception {
    String[] arguments = {
      "--streamType=powertrack",
      "--account=acme",
      "--streamLabel=prod",
      "--replayUrl=" + replay.url(),
      FROM,
      "--to=2016-06-01T02:00Z"
    };

    Archive.Ending ending = archive.run("replay", arguments);

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out()).contains("powertrack/acme/prod has no rules");
    assertThat(replay.ranges()).isEmpty();
    assertThat(archive.files()).noneMatch(file -> file.startsWith("_budget"));
  }

  @Test
  void otherZonesAndLanguagesAskForTheSameMinutes() throws SQLException {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(run("replay", "--from=2016-06-01T05:30+05:30", "--to=2016-06-01T02:00:00Z").code())
          .isZero();
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(asked()).containsExactly("0-120");
    assertThat(rows()).isEqualTo(tweets.ids(at(0), at(120)));
  }

  @Test
  void wrongOptionsAreSaidByName() {
    assertThat(run("replay", FROM).err()).contains("The minutes are missing");
    assertThat(run("replay", "--from=noon", TO).err()).contains("Option --from is 'noon'");
    assertThat(run("replay", TO, "--from=2016-06-01T05:00Z").err()).contains("has no minute");
    assertThat(run("replay", FROM, TO, "--requestSpan=PT90S").err()).contains("--requestSpan");
    assertThat(run("replay", FROM, TO, "--replayRateLimit=5").err()).contains("--replayRateLimit");
    assertThat(archive.run("replay", FROM, TO).err()).contains("Option --account is missing");
  }
}
