package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.AdvancingClock;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedStockTwits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code collect} into a bucket. */
class CollectOnS3Test {
  private static final String AAPL = "symbol/AAPL";
  private static final String MANIFESTS = "_manifests/stocktwits-api/" + AAPL + "/";
  private static final String KEY = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";
  private static final int EARLIER = 300;

  @TempDir private Path directory;
  private final AdvancingClock clock = new AdvancingClock(Instant.parse("2016-12-10T12:00:00Z"));
  private EmbeddedS3 server;
  private SimulatedStockTwits api;
  private StoreLocation bucket;

  @BeforeEach
  void start() throws IOException {
    server = EmbeddedS3.start();
    api = SimulatedStockTwits.start(clock);
    bucket = new StoreLocation("s3://" + EmbeddedS3.BUCKET + "/a", server.endpoint(), true, false);
    System.setProperty(KEY, EmbeddedS3.ACCESS_KEY);
    System.setProperty(SECRET, EmbeddedS3.SECRET_KEY);
  }

  @AfterEach
  void stop() throws IOException {
    System.clearProperty(KEY);
    System.clearProperty(SECRET);
    api.close();
    server.close();
  }

  private Archive.Ending run(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> words = new ArrayList<>(List.of(command));
    words.add("--output=" + bucket.root());
    words.add("--s3Endpoint=" + server.endpoint());
    words.add("--s3PathStyle");
    int code =
        new Stockpile(
                new Surroundings(clock, clock, () -> 0.5, name -> Optional.empty()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(words.toArray(new String[0]));
    return new Archive.Ending(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Archive.Ending collect(String... more) {
    List<String> words =
        new ArrayList<>(List.of("collect", "--streams=" + AAPL, "--apiUrl=" + api.url()));
    words.addAll(List.of(more));
    return run(words.toArray(new String[0]));
  }

  private List<Long> observed() throws IOException, SQLException {
    try (ObjectStore store = ObjectStores.open(bucket)) {
      for (StoredObject object : store.list("stocktwits/")) {
        Path file = directory.resolve(object.key());
        Files.createDirectories(file.getParent());
        try (InputStream bytes = store.read(object.key())) {
          Files.write(file, bytes.readAllBytes());
        }
      }
    }
    return DuckDb.query(
            directory,
            "SELECT DISTINCT id FROM TABLE(stocktwits/observed_messages) ORDER BY id DESC")
        .stream()
        .map(row -> Long.valueOf(row.get(0)))
        .toList();
  }

  @Test
  void everyMessageComesThroughFaultsAndTheNextRunGoesOn() throws IOException, SQLException {
    api.post(AAPL, 200);
    api.script(Fault.none(), Fault.status(503, "busy"), Fault.dropped(), Fault.closeAfter(300));

    Archive.Ending cut = collect("--apiRateLimit=4/PT1H", "--maxWait=PT0S");
    String status = run("status").out();
    Archive.Ending whole = collect();

    assertThat(cut.code()).as(cut.out()).isEqualTo(3);
    assertThat(status).contains("hole above id", "to be closed");
    assertThat(whole.code()).as(whole.out()).isZero();
    assertThat(observed()).isEqualTo(api.ids(AAPL));
    assertThat(run("verify").code()).isZero();
    assertThat(run("derive", "--onExisting=replace").code()).isZero();
    assertThat(run("status").out()).doesNotContain("hole");
    try (ObjectStore store = ObjectStores.open(bucket)) {
      assertThat(store.list("_landing/"))
          .extracting(StoredObject::key)
          .allMatch(key -> key.endsWith("Z.json.gz"));
    }
  }

  /** Adds the manifests of this many sweeps, an hour apart, before the present one. */
  private void earlierSweeps(int sweeps) throws IOException {
    DateTimeFormatter id = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'");
    try (ObjectStore store = ObjectStores.open(bucket)) {
      String key = store.list(MANIFESTS).get(0).key();
      Instant begun = clock.instant().minus(Duration.ofSeconds(1));
      String real = key.substring(MANIFESTS.length(), key.length() - ".json".length());
      String text =
          new String(store.readVersioned(key).orElseThrow().content(), StandardCharsets.UTF_8);
      String from = text.replaceAll("(?s).*\"from\" : \"([^\"]+)\".*", "$1");
      String to = text.replaceAll("(?s).*\"to\" : \"([^\"]+)\".*", "$1");
      for (int hour = 1; hour <= sweeps; hour++) {
        Instant then = begun.minus(Duration.ofHours(hour));
        String sweep = id.format(then.atOffset(ZoneOffset.UTC));
        String earlier =
            text.replace(real, sweep)
                .replace(from, then.toString())
                .replace(to, then.plusMillis(1).toString());
        store.putIfAbsent(MANIFESTS + sweep + ".json", earlier.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void aRunReadsNoManifestThatEarlierOnesHaveNoted() throws IOException {
    api.post(AAPL, 60);
    assertThat(collect().code()).isZero();
    earlierSweeps(EARLIER);
    clock.move(Duration.ofHours(1));

    RequestCounter.take();
    Archive.Ending first = collect();
    Map<String, Integer> reading = RequestCounter.take();
    clock.move(Duration.ofHours(1));
    Archive.Ending second = collect();
    Map<String, Integer> noted = RequestCounter.take();

    assertThat(first.code()).as(first.out()).isZero();
    assertThat(second.code()).as(second.out()).isZero();
    assertThat(reading.get("GetObject")).isGreaterThan(EARLIER);
    assertThat(noted.get("GetObject")).isLessThan(30);
    assertThat(run("verify").out()).doesNotContain("_sweeps");
  }
}
