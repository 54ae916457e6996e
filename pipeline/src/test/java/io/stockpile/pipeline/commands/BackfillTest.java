package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final String BOTH_DAYS = "--from=2016-12-05";
  private static final String END = "--to=2016-12-07";
  private static final String MESSAGES = "--fileTypes=message";

  private final SimulatedData data = new SimulatedData(7);
  private SimulatedFirestream firestream;
  private Archive archive;

  @BeforeEach
  void offerTwoDays(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"));
    firestream = SimulatedFirestream.start();
    for (LocalDate day : List.of(DAY, DAY.plusDays(1))) {
      firestream.put("message", day, data.messages(day, 100).gzip());
      firestream.put("activity", day, data.activities(day, 60).gzip());
    }
  }

  @AfterEach
  void close() throws IOException {
    firestream.close();
  }

  private static List<String> filesOf(String day) {
    String message = "/date=" + day + "/firestream-message-" + day + "-0000.parquet";
    String activity = "/date=" + day + "/firestream-activity-" + day + "-0000.parquet";
    return List.of(
        "_landing/firestream/activity/" + day + ".gz",
        "_landing/firestream/message/" + day + ".gz",
        "_manifests/firestream/activity/" + day + ".json",
        "_manifests/firestream/message/" + day + ".json",
        "stocktwits/blocks" + activity,
        "stocktwits/friendships" + activity,
        "stocktwits/message_deletions" + message,
        "stocktwits/message_likes" + activity,
        "stocktwits/messages" + message);
  }

  @Test
  void everyLineIsARowInExactlyTheseFiles() throws SQLException {
    Archive.Ending ending = archive.backfill(firestream, BOTH_DAYS, END);

    assertThat(ending.err()).isEmpty();
    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("4 units: 4 committed").contains("320 rows");
    List<String> expected = new ArrayList<>(filesOf("2016-12-05"));
    expected.addAll(filesOf("2016-12-06"));
    assertThat(archive.files()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT date, count(*), count(DISTINCT id) FROM TABLE(stocktwits/messages)"
                    + " GROUP BY ALL ORDER BY ALL"))
        .containsExactly(List.of("2016-12-05", "96", "96"), List.of("2016-12-06", "96", "96"));
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*) FROM (SELECT source_unit, source_line FROM"
                    + " TABLE(stocktwits/messages) UNION SELECT source_unit, source_line FROM"
                    + " TABLE(stocktwits/message_deletions))"))
        .containsExactly(List.of("200"));
  }

  @Test
  void theLandedBytesAreThoseThatTheServiceSent() {
    assertThat(archive.backfill(firestream, "--date=2016-12-05", MESSAGES).code()).isZero();

    assertThat(archive.read("_landing/firestream/message/2016-12-05.gz"))
        .isEqualTo(data.messages(DAY, 100).gzip());
  }

  @Test
  void aSecondRunIsANoOp() {
    archive.backfill(firestream, BOTH_DAYS, END);
    Map<String, byte[]> before = archive.contents();
    int requests = firestream.requests().size();
    archive.environment().clear();

    Archive.Ending ending = archive.backfill(firestream, BOTH_DAYS, END);

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("4 units: 4 already held");
    assertThat(firestream.requests()).hasSize(requests);
    assertThat(archive.contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void aDayThatIsNotThereIsRememberedAndAskedForAgain() {
    Archive.Ending first =
        archive.backfill(firestream, "--from=2016-12-06", "--to=2016-12-08", MESSAGES);

    assertThat(first.code()).isEqualTo(3);
    assertThat(first.out())
        .contains("1 committed, 1 absent")
        .contains("message 2016-12-07: seen first at 2016-12-10T12:00:00Z");
    String manifest = "_manifests/firestream/message/2016-12-07.json";
    assertThat(archive.text(manifest))
        .contains("\"status\" : \"absent\"")
        .contains("\"times\" : 1");

    assertThat(archive.backfill(firestream, "--date=2016-12-07", MESSAGES).code()).isEqualTo(3);
    assertThat(archive.text(manifest)).contains("\"times\" : 2");
    assertThat(archive.run("status").out()).contains("absent");

    LocalDate day = LocalDate.of(2016, 12, 7);
    firestream.put("message", day, data.messages(day, 10).gzip());
    assertThat(archive.backfill(firestream, "--date=2016-12-07", MESSAGES).code()).isZero();
    assertThat(archive.text(manifest)).contains("\"status\" : \"complete\"");
  }

  @Test
  void refusedCredentialsEndWithTheirOwnCode() {
    archive.environment().put("FIRESTREAM_PASSWORD", "wrong-secret");

    Archive.Ending ending = archive.backfill(firestream, BOTH_DAYS, END);

    assertThat(ending.code()).isEqualTo(4);
    assertThat(ending.out())
        .contains("401")
        .contains("FIRESTREAM_PASSWORD")
        .contains("4 refused")
        .doesNotContain("wrong-secret");
    assertThat(firestream.requests()).hasSizeLessThan(4);
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void missingCredentialsAreSaidBeforeAnythingStarts() {
    archive.environment().remove("FIRESTREAM_USERNAME");

    Archive.Ending ending = archive.backfill(firestream, BOTH_DAYS, END);

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("FIRESTREAM_USERNAME").contains("not set");
    assertThat(firestream.requests()).isEmpty();
    assertThat(archive.root()).doesNotExist();
  }

  @Test
  void oneUnitsFailureStopsNoOtherAndTheNextRunGoesOn() {
    Fault broken = Fault.status(500, "Internal error");
    firestream.onService("message", DAY, broken, broken, broken);

    Archive.Ending first = archive.backfill(firestream, BOTH_DAYS, END, "--maxAttempts=3");

    assertThat(first.code()).isEqualTo(1);
    assertThat(first.out())
        .contains("failed  firestream-message-2016-12-05")
        .contains("500")
        .contains("3 committed, 1 failed");
    int requests = firestream.requests(ReceivedRequest.Place.SERVICE).size();

    Archive.Ending second = archive.backfill(firestream, BOTH_DAYS, END);

    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("1 committed, 3 already held");
    assertThat(firestream.requests(ReceivedRequest.Place.SERVICE)).hasSize(requests + 1);
  }

  @Test
  void brokenDownloadsAndOverLinksAreMended() {
    firestream.onDownload("message", DAY, Fault.closeAfter(500), Fault.expiredLink());

    assertThat(archive.backfill(firestream, "--date=2016-12-05").code()).isZero();
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void replacingFetchesAndBuildsAgain() {
    archive.backfill(firestream, "--date=2016-12-05", MESSAGES);
    firestream.put("message", DAY, data.messages(DAY, 18).gzip());

    Archive.Ending kept = archive.backfill(firestream, "--date=2016-12-05", MESSAGES);
    Archive.Ending failed =
        archive.backfill(firestream, "--date=2016-12-05", MESSAGES, "--onExisting=fail");
    Archive.Ending replaced =
        archive.backfill(firestream, "--date=2016-12-05", MESSAGES, "--onExisting=replace");

    assertThat(kept.out()).contains("1 already held");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).contains("already holds firestream-message-2016-12-05");
    assertThat(replaced.code()).isZero();
    assertThat(replaced.out()).contains("18 rows");
    assertThat(archive.files())
        .containsExactly(
            "_landing/firestream/message/2016-12-05.g2.gz",
            "_manifests/firestream/message/2016-12-05.json",
            "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-g2-0000.parquet");
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void whatTheServiceHasNoMoreStaysAsItIsWhenItWasToBeReplaced() {
    archive.backfill(firestream, "--date=2016-12-05", MESSAGES);
    Map<String, byte[]> before = archive.contents();
    firestream.onService(Fault.status(404, "gone"));

    Archive.Ending ending =
        archive.backfill(firestream, "--date=2016-12-05", MESSAGES, "--onExisting=replace");

    assertThat(ending.code()).isEqualTo(3);
    assertThat(ending.out()).contains("stays as it is");
    assertThat(archive.contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void aFileOfAnotherKindIsNotCommitted() throws IOException {
    byte[] strange = gzip("no json\n".repeat(10));
    firestream.put("message", DAY, strange);

    Archive.Ending refused = archive.backfill(firestream, "--date=2016-12-05", MESSAGES);

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains("--maxRejectedShare", "fetches the file again");
    assertThat(archive.files())
        .containsExactly(
            "_landing/firestream/message/2016-12-05.gz",
            "_landing/firestream/message/2016-12-05.gz.ask-again");

    Archive.Ending allowed =
        archive.backfill(firestream, "--date=2016-12-05", MESSAGES, "--maxRejectedShare=1");
    assertThat(allowed.code()).isZero();
    assertThat(allowed.out()).contains("10 of 10 lines rejected");
    assertThat(archive.files()).contains("_rejected/firestream/message/2016-12-05.parquet");
  }

  @Test
  void aDayWithoutALineIsCompleteWithoutAFile() throws IOException {
    firestream.put("message", DAY, gzip(""));

    assertThat(archive.backfill(firestream, "--date=2016-12-05", MESSAGES).code()).isZero();
    assertThat(archive.files())
        .containsExactly(
            "_landing/firestream/message/2016-12-05.gz",
            "_manifests/firestream/message/2016-12-05.json");
    assertThat(archive.text("_manifests/firestream/message/2016-12-05.json"))
        .contains("\"status\" : \"complete\"");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aPlanChangesNothing() {
    archive.backfill(firestream, "--date=2016-12-05", MESSAGES);
    Map<String, byte[]> before = archive.contents();
    int requests = firestream.requests().size();

    String url = "--firestreamUrl=" + firestream.url();
    Archive.Ending plan = archive.run("plan", BOTH_DAYS, END, url);
    Archive.Ending dryRun = archive.run("backfill", BOTH_DAYS, END, url, "--dryRun");

    assertThat(plan.code()).isZero();
    assertThat(plan.out()).isEqualTo(dryRun.out());
    assertThat(plan.out())
        .containsPattern("message +2016-12-05 +2016-12-06 +1 +held +skipped")
        .containsPattern("message +2016-12-06 +2016-12-07 +1 +missing +brought in")
        .containsPattern("activity +2016-12-05 +2016-12-07 +2 +missing +brought in")
        .contains(": 3, and as many downloads");
    assertThat(firestream.requests()).hasSize(requests);
    assertThat(archive.contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void ofTwoRunsAtOnceNothingIsDoubled() throws SQLException {
    CompletableFuture<Archive.Ending> other =
        CompletableFuture.supplyAsync(() -> archive.backfill(firestream, BOTH_DAYS, END));
    Archive.Ending one = archive.backfill(firestream, BOTH_DAYS, END);
    Archive.Ending two = other.join();

    assertThat(List.of(one.code(), two.code())).allMatch(code -> code == 0 || code == 1);
    Archive.Ending last = archive.backfill(firestream, BOTH_DAYS, END);
    assertThat(last.code()).as(last.out()).isZero();
    assertThat(archive.run("verify").out()).contains("all as the manifests say");
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*), count(DISTINCT id) FROM TABLE(stocktwits/messages)"))
        .containsExactly(List.of("192", "192"));
  }

  @Test
  void theMachinesZoneAndLocaleMakeNoDifference(@TempDir Path elsewhere) {
    archive.backfill(firestream, BOTH_DAYS, END);
    Archive other = new Archive(elsewhere.resolve("archive"));
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      Archive.Ending ending = other.backfill(firestream, BOTH_DAYS, END);
      assertThat(ending.code()).isZero();
      assertThat(ending.out()).contains("320 rows");
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(other.contents()).usingRecursiveComparison().isEqualTo(archive.contents());
  }

  @Test
  void aWrongCommandLineStartsNothing() {
    Archive.Ending unknown = archive.backfill(firestream, BOTH_DAYS, END, "--fileTyps=message");
    Archive.Ending command = archive.runPlain("bakfill");
    Archive.Ending scheme =
        archive.runPlain("backfill", "--output=nowhere://x/y", "--date=yesterday");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("--fileTyps").contains("Did you mean --fileTypes?");
    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains("Did you mean `backfill`?").contains("status");
    assertThat(scheme.code()).isEqualTo(2);
    assertThat(scheme.err()).contains("--output").contains("nowhere");
    for (String name : List.of("backfill", "status", "verify", "derive", "plan")) {
      Archive.Ending bucket = archive.runPlain(name, "--output=s3://a..b/x", "--date=yesterday");
      assertThat(bucket.code()).as(name).isEqualTo(2);
      assertThat(bucket.err()).contains("--output").contains("'a..b' has two dots side by side");
    }
    Archive.Ending runner = archive.backfill(firestream, "--date=today", "--runner=NoRunner");
    assertThat(runner.code()).isEqualTo(2);
    assertThat(runner.err()).contains("NoRunner").contains("DirectRunner");
    Archive.Ending value = archive.backfill(firestream, "--date=today", "--targetParallelism=many");
    assertThat(value.code()).isEqualTo(2);
    assertThat(value.err()).contains("targetParallelism");
    assertThat(archive.runPlain().code()).isEqualTo(2);
    assertThat(archive.root()).doesNotExist();
  }
}
