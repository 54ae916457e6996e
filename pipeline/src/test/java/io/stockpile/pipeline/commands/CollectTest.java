package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedStockTwits;
import io.stockpile.simulated.data.PageFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole runs of {@code collect}, whose rows are read with DuckDB. */
class CollectTest {
  private static final String AAPL = "symbol/AAPL";

  @TempDir private Path directory;
  private final AdvancingClock clock = new AdvancingClock(Instant.parse("2016-12-10T12:00:00Z"));
  private SimulatedStockTwits api;
  private Archive archive;

  @BeforeEach
  void start() throws IOException {
    api = SimulatedStockTwits.start(clock);
    archive = new Archive(directory.resolve("archive"), clock);
    archive.environment().put("STOCKTWITS_TOKEN", SimulatedStockTwits.TOKEN);
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private Archive.Ending collect(String streams, String... more) {
    List<String> words = new ArrayList<>(List.of("--streams=" + streams, "--apiUrl=" + api.url()));
    words.addAll(List.of(more));
    return archive.run("collect", words.toArray(new String[0]));
  }

  private List<Long> observed(String stream) throws SQLException {
    return DuckDb.query(
            archive.root(),
            "SELECT DISTINCT id FROM TABLE(stocktwits/observed_messages) WHERE stream = '"
                + stream
                + "' ORDER BY id DESC")
        .stream()
        .map(row -> Long.valueOf(row.get(0)))
        .toList();
  }

  private List<String> manifests() {
    return archive.files().stream().filter(file -> file.startsWith("_manifests/")).toList();
  }

  @Test
  void everyMessageComesThroughFaultsOnceAndNoRequestIsOverTheLimit() throws SQLException {
    api.post(AAPL, 400);
    api.limit(20, Duration.ofSeconds(8));
    api.script(
        Fault.none(),
        Fault.status(503, "busy"),
        Fault.none(),
        Fault.dropped(),
        Fault.closeAfter(500),
        Fault.none(),
        Fault.status(200, "<html><body>Maintenance</body></html>"),
        Fault.status(200, "{\"errors\":[{\"message\":\"try later\"}]}"),
        Fault.status(200, "{\"messages\":["),
        Fault.status(429, "{\"errors\":[{\"message\":\"Rate limit exceeded.\"}]}"),
        Fault.none());

    Archive.Ending ending = collect(AAPL, "--apiRateLimit=20/PT8S");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(observed(AAPL)).isEqualTo(api.ids(AAPL));
    assertThat(api.overLimit()).isZero();
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*), count(DISTINCT id), min(source_line), max(source_line) FROM"
                    + " TABLE(stocktwits/observed_messages)"))
        .containsExactly(List.of("400", "400", "1", "14"));
    assertThat(archive.run("verify").code()).isZero();
    assertThat(manifests()).hasSize(1);
    assertThat(archive.text(manifests().get(0)))
        .contains("\"newest\" : " + api.ids(AAPL).get(0), "\"pages\" : 14", "\"more\" : false");
  }

  @Test
  void theNextSweepAsksForWhatIsNewAlone() throws SQLException {
    api.post(AAPL, 100);
    assertThat(collect(AAPL).code()).isZero();
    int before = api.requests().size();
    clock.move(Duration.ofHours(1));
    api.post(AAPL, 50);

    Archive.Ending ending = collect(AAPL);

    assertThat(ending.code()).as(ending.out()).isZero();
    assertThat(api.requests().size() - before).isEqualTo(2);
    assertThat(observed(AAPL)).isEqualTo(api.ids(AAPL));
    assertThat(archive.text(manifests().get(1)))
        .contains("\"end\" : \"met\"", "\"meets\" : \"20161210T120000");
  }

  @Test
  void anExclusiveMaxLosesNothing() throws SQLException {
    api.exclusiveMax();
    api.post(AAPL, 100);

    assertThat(collect(AAPL).code()).isZero();

    assertThat(observed(AAPL)).isEqualTo(api.ids(AAPL));
  }

  @Test
  void aUsedUpBudgetEndsWithThreeAndTheNextRunGoesOn() throws SQLException {
    api.post(AAPL, 200);
    api.limit(3, Duration.ofHours(1));

    Archive.Ending first = collect(AAPL, "--maxWait=PT0S");
    String status = archive.run("status").out();
    int second = collect(AAPL, "--maxWait=PT10H").code();

    assertThat(first.code()).as(first.out()).isEqualTo(3);
    assertThat(first.out()).contains("the next one is allowed at 2016-12-10T13:00:0");
    assertThat(status).contains("hole above id", "to be closed");
    assertThat(second).isZero();
    assertThat(observed(AAPL)).isEqualTo(api.ids(AAPL));
    assertThat(api.overLimit()).isZero();
    assertThat(archive.run("status").out()).doesNotContain("hole above id");
  }

  @Test
  void aStreamThatGrowsFasterThanItIsFetchedHasHolesThatAreClosedWhenThereIsTime()
      throws SQLException {
    api.limit(3, Duration.ofHours(1));
    for (int hour = 0; hour < 4; hour++) {
      api.post(AAPL, 150);
      assertThat(collect(AAPL, "--maxWait=PT0S").code()).isEqualTo(3);
      clock.move(Duration.ofHours(1));
    }
    int code = 3;
    for (int hour = 0; hour < 20 && code == 3; hour++) {
      code = collect(AAPL, "--maxWait=PT0S").code();
      clock.move(Duration.ofHours(1));
    }

    assertThat(code).isZero();
    assertThat(observed(AAPL)).isEqualTo(api.ids(AAPL));
    assertThat(api.overLimit()).isZero();
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void whatTheServiceDoesNotShowAnyMoreIsAHoleForGood() throws SQLException {
    api.post(AAPL, 100);
    assertThat(collect(AAPL).code()).isZero();
    clock.move(Duration.ofHours(1));
    api.post(AAPL, 900);
    api.depth(800);

    Archive.Ending first = collect(AAPL);
    String open = archive.run("status", "--json").out();
    String reported = archive.run("report", "--json", "--to=none").out();
    clock.move(Duration.ofHours(1));
    Archive.Ending second = collect(AAPL);
    String closed = archive.run("status", "--json").out();
    String noted = archive.run("report", "--json", "--to=none").out();
    clock.move(Duration.ofHours(1));
    int requests = api.requests().size();
    Archive.Ending third = collect(AAPL);

    assertThat(first.code()).as(first.out()).isEqualTo(3);
    assertThat(open).contains("\"for_good\" : false");
    assertThat(reported)
        .contains(
            "\"rule\" : \"id_range_missing\"",
            "./stockpile collect --output=" + archive.root() + " --streams=symbol/AAPL");
    assertThat(noted).contains("\"for_good\" : true").doesNotContain("\"severity\" : \"act\"");
    assertThat(second.code()).as(second.out()).isEqualTo(3);
    assertThat(second.out()).contains("missing for good");
    assertThat(closed).contains("\"for_good\" : true");
    assertThat(third.code()).as(third.out()).isZero();
    assertThat(api.requests().size() - requests).isEqualTo(1);
    assertThat(observed(AAPL)).hasSize(900);
  }

  @ParameterizedTest
  @EnumSource(
      value = PageFault.class,
      names = {"NONE", "IDS_AS_TEXT", "UNDATED"},
      mode = EnumSource.Mode.EXCLUDE)
  void aPageThatCannotBeRightEndsTheSweepAndIsNotLanded(PageFault fault) throws SQLException {
    api.post(AAPL, 100);
    api.scriptPages(PageFault.NONE, fault);

    Archive.Ending first = collect(AAPL);
    int requests = api.requests().size();
    Archive.Ending second = collect(AAPL);

    assertThat(first.code()).as(first.out()).isEqualTo(1);
    assertThat(first.out()).contains("page 2, http://127.0.0.1:", "It was not landed");
    assertThat(requests).isEqualTo(2);
    assertThat(second.code()).as(second.out()).isZero();
    assertThat(observed(AAPL)).isEqualTo(api.ids(AAPL));
  }

  @Test
  void anUnknownSymbolIsIncompleteAndStopsNoOtherStream() throws SQLException {
    api.post(AAPL, 10);

    Archive.Ending ending = collect("symbol/NOSUCH," + AAPL);

    assertThat(ending.code()).as(ending.out()).isEqualTo(3);
    assertThat(ending.out()).contains("the service has no stream symbol/NOSUCH (404");
    assertThat(observed(AAPL)).hasSize(10);
  }

  @Test
  void aWrongTokenIsRefusedAndStandsNowhere() {
    String wrong = "wrong.token-of~mine+9/8=";
    archive.environment().put("STOCKTWITS_TOKEN", wrong);
    api.post(AAPL, 10);
    api.script(Fault.status(401, "Bearer " + wrong + " or " + wrong + " is not good"));

    Archive.Ending ending = collect(AAPL + ",deletions/messages");

    assertThat(ending.code()).as(ending.out()).isEqualTo(4);
    assertThat(api.requests()).hasSize(1);
    assertThat(ending.out()).contains("STOCKTWITS_TOKEN");
    assertThat(ending.out() + ending.err()).doesNotContain(wrong);
  }

  @Test
  void theTokenIsSentAndStandsNowhere() {
    api.post(AAPL, 40);

    Archive.Ending ending = collect(AAPL);

    assertThat(api.requests())
        .allMatch(
            request ->
                request
                    .header("Authorization")
                    .equals(Optional.of("Bearer " + SimulatedStockTwits.TOKEN)));
    assertThat(ending.out() + ending.err()).doesNotContain(SimulatedStockTwits.TOKEN);
    for (Map.Entry<String, byte[]> file : archive.contents().entrySet()) {
      assertThat(file.getKey()).doesNotContain(SimulatedStockTwits.TOKEN);
      assertThat(new String(file.getValue(), StandardCharsets.ISO_8859_1))
          .as(file.getKey())
          .doesNotContain(SimulatedStockTwits.TOKEN);
    }
  }

  @Test
  void withoutATokenPublicStreamsAreAskedForAndOthersAreRefusedBeforeAnythingStarts() {
    archive.environment().remove("STOCKTWITS_TOKEN");
    api.post(AAPL, 10);

    Archive.Ending needing = collect("friends," + AAPL);
    Archive.Ending open = collect(AAPL);

    assertThat(needing.code()).isEqualTo(2);
    assertThat(needing.err()).contains("STOCKTWITS_TOKEN", "friends");
    assertThat(open.code()).as(open.out()).isZero();
    assertThat(api.requests()).noneMatch(request -> request.header("Authorization").isPresent());
  }

  @Test
  void streamsShareTheRequests() {
    api.post(AAPL, 300);
    api.post("symbol/TSLA", 300);
    api.limit(6, Duration.ofHours(1));

    assertThat(collect(AAPL + ",symbol/TSLA", "--maxWait=PT0S").code()).isEqualTo(3);

    assertThat(api.requests().stream().map(ReceivedRequest::path).filter(p -> p.contains("TSLA")))
        .hasSize(3);
  }

  @Test
  void deletionsAndSnapshotsHaveTablesOfTheirOwn() throws SQLException {
    List<Long> ids = api.post(AAPL, 40);
    api.delete(ids.get(3));
    api.delete(ids.get(7));

    Archive.Ending ending =
        collect(
            "deletions/messages,trending/symbols,watchlists,watchlists/show/36477,"
                + "graph/following,search?q=stock,account/verify");

    assertThat(ending.code()).as(ending.out()).isZero();
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT kind, message_id, stream FROM TABLE(stocktwits/deletions) ORDER BY 2"))
        .containsExactly(
            List.of("message", ids.get(3).toString(), "deletions/messages"),
            List.of("message", ids.get(7).toString(), "deletions/messages"));
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT stream, count(*), max(position) FROM TABLE(stocktwits/observed_symbols)"
                    + " GROUP BY 1 ORDER BY 1"))
        .containsExactly(
            List.of("search?q=stock", "3", "3"),
            List.of("trending/symbols", "3", "3"),
            List.of("watchlists/show/36477", "3", "3"));
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT stream, count(*), max(position) FROM TABLE(stocktwits/observed_users)"
                    + " GROUP BY 1 ORDER BY 1"))
        .containsExactly(
            List.of("account/verify", "1", "1"),
            List.of("graph/following", "1", "1"),
            List.of("search?q=stock", "1", "4"));
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT stream, id, name FROM TABLE(stocktwits/observed_watchlists) ORDER BY 1"))
        .containsExactly(
            List.of("watchlists", "36477", "Mobile Watchlist"),
            List.of("watchlists/show/36477", "36477", "Mobile Watchlist"));
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void deriveBuildsTheSameTablesWithoutTheNetwork() throws SQLException {
    api.post(AAPL, 70);
    assertThat(collect(AAPL).code()).isZero();
    int requests = api.requests().size();

    Archive.Ending ending =
        archive.run("derive", "--sources=stocktwits-api", "--onExisting=replace");

    assertThat(ending.code()).as(ending.out()).isZero();
    assertThat(api.requests()).hasSize(requests);
    assertThat(observed(AAPL)).isEqualTo(api.ids(AAPL));
    assertThat(archive.text(manifests().get(0))).contains("\"end\" : \"end\"", "\"pages\" : 3");
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void fromEndsASweepAndAnEarlierOneGoesFurther() throws SQLException {
    api.post(AAPL, 3000);

    Archive.Ending first = collect(AAPL, "--from=2016-12-10");
    int some = observed(AAPL).size();
    clock.move(Duration.ofMinutes(1));
    Archive.Ending second = collect(AAPL, "--from=2016-12-09");

    assertThat(first.code()).as(first.out()).isZero();
    assertThat(some).isBetween(720, 760);
    assertThat(second.code()).as(second.out()).isZero();
    assertThat(observed(AAPL).size()).isBetween(720 + 1440, 720 + 1500);
    assertThat(archive.run("status").out()).doesNotContain("hole");
  }

  @Test
  void planChangesNothingAndSaysWhatIsHeldAndLeft() {
    api.post(AAPL, 70);
    api.limit(100, Duration.ofHours(1));
    assertThat(collect(AAPL).code()).isZero();
    List<String> files = archive.files();

    Archive.Ending ending =
        archive.run("plan", "--streams=" + AAPL + ",trending", "--apiUrl=" + api.url());

    assertThat(ending.code()).as(ending.err()).isZero();
    assertThat(ending.out())
        .contains(
            "symbol/AAPL: held up to the id " + api.ids(AAPL).get(0),
            "trending: nothing is held",
            "97 are left",
            "Token env:STOCKTWITS: found");
    assertThat(archive.files()).isEqualTo(files);
  }

  @Test
  void anUnknownStreamIsRefusedWithTheOnesThereAre() {
    Archive.Ending ending = collect("symbols/AAPL");

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("'symbols/AAPL'", "symbol/*", "deletions/messages");
  }
}
