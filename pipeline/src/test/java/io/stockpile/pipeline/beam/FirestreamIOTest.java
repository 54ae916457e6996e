package io.stockpile.pipeline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Absent;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.commands.Archive;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirestreamIOTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final FirestreamUnit MESSAGES = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);
  private static final FirestreamUnit ACTIVITIES = FirestreamUnit.ofDay(FileType.ACTIVITY, DAY);
  private static final FirestreamUnit ABSENT =
      FirestreamUnit.ofDay(FileType.MESSAGE, DAY.plusDays(1));

  private final SimulatedData data = new SimulatedData(7);

  @TempDir private Path directory;
  private SimulatedFirestream service;
  private StoreLocation store;
  private Path secret;
  private byte[] file;

  @BeforeEach
  void startService() throws IOException {
    service = SimulatedFirestream.start();
    file = data.messages(DAY, 200).with(data.malformedLine(DAY)).gzip(3);
    service.put("message", DAY, file);
    service.put("activity", DAY, data.activities(DAY, 90).gzip());
    store = StoreLocation.of(directory.resolve("store").toString());
    secret =
        Files.writeString(
            directory.resolve("secret"),
            SimulatedFirestream.USERNAME + ":" + SimulatedFirestream.PASSWORD);
  }

  @AfterEach
  void stopService() throws IOException {
    service.close();
  }

  private FirestreamIO.LandInto landing() {
    return FirestreamIO.land()
        .withUrl(service.url().toString())
        .withCredentials("file:" + secret)
        .into(store);
  }

  private PCollection<LandingOutcome> outcomes(Pipeline pipeline, FirestreamUnit... units) {
    return pipeline
        .apply(Create.of(List.of(units)).withCoder(FirestreamIO.unitCoder()))
        .apply(landing());
  }

  private List<Row> rows(FirestreamIO.Read read, FirestreamUnit... units) {
    Pipeline pipeline = Pipeline.create();
    return Collected.of(pipeline, outcomes(pipeline, units).apply(read.from(store)));
  }

  @Test
  void landsEveryUnitThatTheServiceHas() throws Exception {
    Pipeline pipeline = Pipeline.create();
    PAssert.that(outcomes(pipeline, MESSAGES, ABSENT))
        .satisfies(
            all -> {
              Map<ArchiveUnit, Class<?>> ends = new HashMap<>();
              all.forEach(outcome -> ends.put(outcome.unit(), outcome.getClass()));
              assertThat(ends)
                  .containsOnly(Map.entry(MESSAGES, Landed.class), Map.entry(ABSENT, Absent.class));
              return null;
            });

    pipeline.run().waitUntilFinish();

    assertThat(Files.readAllBytes(Path.of(store.root()).resolve(MESSAGES.landingKey())))
        .isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource({
    "stocktwits/messages, 192",
    "stocktwits/message_deletions, 8",
    "stocktwits/friendships, ",
    "stocktwits/blocks, ",
    "stocktwits/message_likes, ",
  })
  void theRowsAreThoseThatBackfillWrites(String table, Integer count) {
    boolean messages = table.startsWith("stocktwits/message") && !table.endsWith("likes");
    Archive archive = new Archive(directory.resolve("archive"));
    assertThat(
            archive
                .run(
                    "backfill",
                    "--firestreamUrl=" + service.url(),
                    "--date=" + DAY,
                    "--fileTypes=" + (messages ? "message" : "activity"))
                .code())
        .isZero();
    Pipeline pipeline = Pipeline.create();
    List<Row> written =
        Collected.of(
            pipeline,
            pipeline.apply(
                ArchiveIO.read(table).from(StoreLocation.of(archive.root().toString()))));

    List<Row> read = rows(FirestreamIO.read().withTable(table), messages ? MESSAGES : ACTIVITIES);

    assertThat(read).isNotEmpty().hasSameElementsAs(written).hasSameSizeAs(written);
    if (count != null) {
      assertThat(read).hasSize(count);
    }
    assertThat(read.get(0).getSchema()).isEqualTo(ArchiveIO.schemaOf(table));
  }

  @Test
  void rejectedLinesAreRowsOfATableOfTheirOwn() {
    List<Row> rejected = rows(FirestreamIO.read().withTable("rejected"), MESSAGES);

    assertThat(rejected).hasSize(1);
    Row line = rejected.get(0);
    assertThat(line.getString("reason")).isEqualTo("malformed_json");
    assertThat(line.getInt64("source_line")).isEqualTo(101);
    assertThat(new String(line.getBytes("raw"), StandardCharsets.UTF_8))
        .isEqualTo(data.malformedLine(DAY));
  }

  @Test
  void aDayThatIsNotThereFailsUnlessThatIsAllowed() {
    assertThat(rows(FirestreamIO.read().allowingAbsent(), MESSAGES, ABSENT)).hasSize(192);
    assertThatThrownBy(() -> rows(FirestreamIO.read(), MESSAGES, ABSENT))
        .hasRootCauseInstanceOf(NotLandedException.class)
        .rootCause()
        .hasMessageContainingAll(ABSENT.name(), "404", "allowingAbsent()");
  }

  @Test
  void aRefusalFailsWhateverIsAllowed() throws IOException {
    Files.writeString(secret, "somebody:else");

    assertThatThrownBy(() -> rows(FirestreamIO.read().allowingAbsent(), MESSAGES))
        .hasRootCauseInstanceOf(NotLandedException.class)
        .rootCause()
        .hasMessageContainingAll(MESSAGES.name(), "401")
        .hasMessageNotContaining("else");
  }

  @Test
  void aFileOfWhichTooMuchIsRejectedIsNotBelieved() {
    service.put(
        "message", DAY, data.messages(DAY, 4).with("nonsense").with("and more of it").gzip());

    assertThatThrownBy(() -> rows(FirestreamIO.read().withMaxRejectedShare(0.2), MESSAGES))
        .rootCause()
        .hasMessageContainingAll(MESSAGES.name(), "2 of 6 lines were rejected", "and more of it");
    assertThat(rows(FirestreamIO.read().withTable("rejected"), MESSAGES)).hasSize(2);
  }

  @Test
  void whatWasErasedIsNoRowThoughItsBytesCameInAgain() throws IOException {
    Archive archive = new Archive(Path.of(store.root()));
    List<Row> before = rows(FirestreamIO.read(), MESSAGES);
    Row gone = before.get(7);
    Path ids =
        Files.writeString(directory.resolve("ids.txt"), "message " + gone.getInt64("id") + "\n");
    Archive.Ending ending = archive.run("erase", "--ids=" + ids, "--reason=asked for");
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    try (Stream<Path> landed = Files.list(archive.root().resolve("_landing/firestream/message"))) {
      for (Path copy : landed.toList()) {
        Files.delete(copy);
      }
    }

    List<Row> after = rows(FirestreamIO.read(), MESSAGES);

    assertThat(Files.readAllBytes(archive.root().resolve(MESSAGES.landingKey()))).isEqualTo(file);
    assertThat(after).hasSize(191).doesNotContain(gone).isSubsetOf(before);
  }

  @Test
  void bytesThatAreNotThoseThatWereLandedAreNotRead() throws IOException {
    byte[] other = data.messages(DAY, 3).gzip();
    Path landed = Path.of(store.root()).resolve(MESSAGES.landingKey());
    Files.createDirectories(landed.getParent());
    Files.write(landed, other);
    LandingOutcome outcome =
        new Landed(
            MESSAGES,
            new LandedFile(
                MESSAGES.landingKey(), file.length, "00", 1, 1, LandedFile.Length.DECLARED),
            true);
    Pipeline pipeline = Pipeline.create();
    PCollection<Row> rows =
        pipeline
            .apply(Create.of(outcome).withCoder(FirestreamIO.outcomeCoder()))
            .apply(FirestreamIO.read().from(store));

    assertThatThrownBy(() -> Collected.of(pipeline, rows))
        .rootCause()
        .hasMessageContainingAll(MESSAGES.landingKey(), "is not what was landed");
  }

  @Test
  void theTransformsHoldNoSecret() {
    FirestreamIO.LandInto landing = landing();

    String display = DisplayData.from(landing).toString();
    String serialised =
        new String(SerializableUtils.serializeToByteArray(landing), StandardCharsets.ISO_8859_1);

    assertThat(display).contains(service.url().toString(), "file:" + secret);
    assertThat(display + serialised)
        .doesNotContain(SimulatedFirestream.PASSWORD, SimulatedFirestream.USERNAME);
  }

  @Test
  void whatIsReadIsDisplayed() {
    assertThat(DisplayData.from(FirestreamIO.read().withTable("rejected").from(store)).toString())
        .contains("rejected", store.root());
  }

  @Test
  void settingsThatCannotBeAreRefusedWhereTheyAreGiven() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirestreamIO.land().withCredentials("user:hunter2"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirestreamIO.land().withUrl("https://user:hunter2@host"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    assertThatIllegalArgumentException().isThrownBy(() -> FirestreamIO.land().withUrl("ftp://h"));
    assertThatIllegalArgumentException().isThrownBy(() -> FirestreamIO.land().withMaxAttempts(0));
    assertThatIllegalArgumentException().isThrownBy(() -> FirestreamIO.land().withDownloads(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirestreamIO.read().withTable("stocktwits/message"))
        .withMessageContaining("stocktwits/messages");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirestreamIO.read().withTable("twitter/tweets"))
        .withMessageContaining("stocktwits/friendships");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReplayIO.read().withTable("stocktwits/messages"))
        .withMessageContaining("twitter/compliance_events");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirestreamIO.read().withMaxRejectedShare(2));
  }

  @Test
  void theDefaultsAreThoseThatAreDocumented() {
    FirestreamSettings settings = FirestreamSettings.defaults();

    assertThat(settings.url()).hasToString("https://firestream.stocktwits.com");
    assertThat(settings.credentials()).hasToString("env:FIRESTREAM");
    assertThat(settings.maxAttempts()).isEqualTo(8);
    assertThat(settings.readTimeout()).hasToString("PT45S");
    assertThat(settings.downloads()).isEqualTo(2);
  }
}
