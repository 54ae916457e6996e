package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.pipeline.jobs.ScaleModel;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts the requests of a backfill to the object store. The page {@code scale.md} is calculated
 * from them.
 */
public class ObjectStoreRequestsTest {
  private static final LocalDate FIRST = LocalDate.of(2016, 12, 1);
  private static final String KEY = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  private EmbeddedS3 server;
  private SimulatedFirestream firestream;

  @BeforeEach
  void start() throws IOException {
    server = EmbeddedS3.start();
    firestream = SimulatedFirestream.start();
    SimulatedData data = new SimulatedData(7);
    for (int day = 0; day < 8; day++) {
      LocalDate date = FIRST.plusDays(day);
      firestream.put("message", date, data.messages(date, 100).gzip());
      firestream.put("activity", date, data.activities(date, 60).gzip());
    }
    System.setProperty(KEY, EmbeddedS3.ACCESS_KEY);
    System.setProperty(SECRET, EmbeddedS3.SECRET_KEY);
    RequestCounter.take();
  }

  @AfterEach
  void stop() throws IOException {
    System.clearProperty(KEY);
    System.clearProperty(SECRET);
    firestream.close();
    server.close();
  }

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of("message", ScaleModel.files(List.of("messages", "message_deletions"))),
        Arguments.of(
            "activity", ScaleModel.files(List.of("friendships", "blocks", "message_likes"))));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aUnitCostsTheSameHoweverManyThereAre(String type, int files) {
    Map<String, Integer> two = backfill(type, type + "2", 2);
    Map<String, Integer> eight = backfill(type, type + "8", 8);

    ScaleModel.Unit unit = new ScaleModel.Unit(files, files + 1);
    Map<String, Double> each = perUnit(two, eight);
    assertThat(each)
        .containsEntry("CreateMultipartUpload", (double) unit.uploads())
        .containsEntry("UploadPart", (double) unit.parts())
        .containsEntry("CompleteMultipartUpload", (double) unit.uploads())
        .containsEntry("PutObject", (double) ScaleModel.PUT_OBJECTS)
        .containsEntry("HeadObject", (double) unit.heads())
        .containsEntry("DeleteObject", 1.0)
        .containsEntry("ListMultipartUploads", 1.0)
        .containsEntry("ListObjectsV2 _manifests", 0.0)
        .containsEntry("ListObjectsV2 _commits", (double) ScaleModel.LISTS_OF_COMMITS)
        .containsEntry("ListObjectsV2 _landing", 0.0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aUnitThatIsDerivedListsNothingThatGrowsWithTheArchive(boolean withoutManifests) {
    backfill("message", "two", 2);
    backfill("message", "eight", 8);

    Map<String, Double> each =
        perUnit(derive("two", withoutManifests), derive("eight", withoutManifests));

    each.keySet().removeIf(name -> !name.startsWith("List"));
    assertThat(each.values().stream().mapToDouble(count -> count).sum())
        .as("%s", each)
        .isEqualTo(2.0);
    assertThat(each)
        .containsEntry("ListMultipartUploads", 1.0)
        .containsEntry("ListObjectsV2 _commits", (double) ScaleModel.LISTS_OF_COMMITS);
  }

  @ParameterizedTest
  @MethodSource("types")
  void aUnitReadsMoreOnlyWhenOthersAreCommitting(String type, int files) {
    int alone = backfill(type, type + "1", 1).get("GetObject") - ScaleModel.GETS_OF_A_RUN;
    int eight = backfill(type, type + "8", 8).get("GetObject") - ScaleModel.GETS_OF_A_RUN;

    assertThat(alone).as(type + " with " + files + " files").isEqualTo(ScaleModel.GET_OBJECTS);
    int looksAtOthers = 7 * (ScaleModel.LISTS_OF_COMMITS + 1);
    assertThat(eight).isBetween(8 * alone, 8 * (alone + looksAtOthers));
  }

  @Test
  void aSecondRunLooksOnceAtTheManifestsOfWhatIsHeld() {
    backfill("message", "held", 8);

    Map<String, Integer> again = backfill("message", "held", 8);

    assertThat(again)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "GetObject", 8 * ScaleModel.GETS_OF_A_HELD_UNIT,
                "ListObjectsV2 _manifests", 1,
                "ListObjectsV2 _landing", 1,
                "ListObjectsV2 _commits", 2));
  }

  /** The requests for each further unit, from a run over two units and one over eight. */
  private static Map<String, Double> perUnit(Map<String, Integer> two, Map<String, Integer> eight) {
    Map<String, Double> each = new TreeMap<>();
    eight.forEach((name, count) -> each.put(name, (count - two.getOrDefault(name, 0)) / 6.0));
    return each;
  }

  private Map<String, Integer> derive(String prefix, boolean withoutManifests) {
    if (withoutManifests) {
      try (ObjectStore store =
          ObjectStores.open(
              new StoreLocation(
                  "s3://" + EmbeddedS3.BUCKET + "/" + prefix, server.endpoint(), true, false))) {
        for (StoredObject manifest : store.list("_manifests/")) {
          store.delete(manifest.key());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    RequestCounter.take();
    return run(prefix, "derive", "--onExisting=replace");
  }

  private Map<String, Integer> backfill(String type, String prefix, int days) {
    return run(
        prefix,
        "backfill",
        "--firestreamUrl=" + firestream.url(),
        "--fileTypes=" + type,
        // As many downloads as cores, so that units are derived while they are landed.
        "--downloads=" + Runtime.getRuntime().availableProcessors(),
        "--from=" + FIRST,
        "--to=" + FIRST.plusDays(days));
  }

  private Map<String, Integer> run(String prefix, String... command) {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(screen, true, StandardCharsets.UTF_8);
    Map<String, String> environment =
        Map.of(
            "FIRESTREAM_USERNAME", SimulatedFirestream.USERNAME,
            "FIRESTREAM_PASSWORD", SimulatedFirestream.PASSWORD);
    Surroundings surroundings =
        new Surroundings(
            Clock.fixed(Instant.parse("2016-12-10T12:00:00Z"), ZoneOffset.UTC),
            pause -> {},
            () -> 0.5,
            name -> Optional.ofNullable(environment.get(name)));
    List<String> words = new ArrayList<>(List.of(command));
    words.add("--output=s3://" + EmbeddedS3.BUCKET + "/" + prefix);
    words.add("--s3Endpoint=" + server.endpoint());
    words.add("--s3PathStyle");
    int code = new Stockpile(surroundings, print, print).run(words.toArray(new String[0]));
    assertThat(code).as(screen.toString(StandardCharsets.UTF_8)).isZero();
    return RequestCounter.take();
  }
}
