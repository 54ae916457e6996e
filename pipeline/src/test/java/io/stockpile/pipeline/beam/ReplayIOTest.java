package io.stockpile.pipeline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.ReplayOutcome;
import io.stockpile.connectors.replay.ReplayOutcome.Complete;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplaySpans;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.simulated.ReplayFault;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayIOTest {
  private static final ReplayStream STREAM = new ReplayStream(StreamType.SAMPLE10, "acme", "prod");

  @TempDir private Path root;
  private StoreLocation location;
  private Path credentials;
  private SimulatedTweets tweets;
  private SimulatedReplay service;

  @BeforeEach
  void startService() throws IOException {
    location = StoreLocation.of(root.resolve("archive").toString());
    credentials =
        Files.writeString(
            root.resolve("credentials"),
            SimulatedReplay.USERNAME + ":" + SimulatedReplay.PASSWORD + "\n");
    tweets = new SimulatedTweets(SimulatedTweets.Form.NATIVE, 5);
    service = SimulatedReplay.start(Clock.systemUTC(), tweets);
  }

  @AfterEach
  void stopService() throws IOException {
    service.close();
  }

  /** A range of twenty minutes that ended this long ago. */
  private static MinuteRange endingBefore(Duration ago) {
    Instant end = Minutes.floor(Instant.now(Clock.systemUTC()).minus(ago));
    return new MinuteRange(end.minus(Duration.ofMinutes(20)), end);
  }

  private static List<ReplayUnit> units(MinuteRange range) {
    return ReplaySpans.split(STREAM, range, Duration.ofMinutes(10), List.of());
  }

  private ReplayIO.LandInto land() {
    return ReplayIO.land()
        .withUrl(service.url().toString())
        .withCredentials("file:" + credentials)
        .into(location);
  }

  private PCollection<ReplayOutcome> outcomes(Pipeline pipeline, MinuteRange range) {
    return pipeline.apply(Create.of(units(range)).withCoder(ReplayIO.unitCoder())).apply(land());
  }

  private List<Row> rows(ReplayIO.Read read, MinuteRange range) {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    return Collected.of(pipeline, outcomes(pipeline, range).apply(read.from(location)));
  }

  @Test
  void unitsOfOneAccountAreLandedOneAfterTheOther() throws Exception {
    MinuteRange range = endingBefore(Duration.ofHours(1));
    int count = units(range).size();
    service.script(ReplayFault.withoutInfo());
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    PAssert.that(outcomes(pipeline, range))
        .satisfies(
            all -> {
              assertThat(all).hasSize(count).allMatch(Complete.class::isInstance);
              return null;
            });
    pipeline.run().waitUntilFinish();

    assertThat(service.ranges()).hasSize(count + 1);
    assertThat(service.ranges()).isSortedAccordingTo((a, b) -> a.to().compareTo(b.to()));
    assertThat(DisplayData.from(land()).asMap().toString())
        .doesNotContain(SimulatedReplay.PASSWORD)
        .contains("file:");
    try (ObjectStore store = ObjectStores.open(location)) {
      assertThat(new ReplayAttempts(store, Clock.systemUTC()).units(STREAM))
          .containsExactlyInAnyOrderElementsOf(units(range));
    }
  }

  @Test
  void everyTweetIsOneRowThoughAnAnswerWasCutAndAskedForAgain() {
    MinuteRange range = endingBefore(Duration.ofHours(1));
    service.script(ReplayFault.withoutInfo());

    List<Row> rows = rows(ReplayIO.read(), range);

    assertThat(rows.stream().map(row -> row.getInt64("id")))
        .containsExactlyInAnyOrderElementsOf(tweets.ids(range.from(), range.to()));
    assertThat(rows.get(0).getSchema()).isEqualTo(ArchiveIO.schemaOf("twitter/tweets"));
    assertThat(rows.stream().map(row -> row.getString("source_unit")).distinct())
        .containsExactlyInAnyOrderElementsOf(units(range).stream().map(ReplayUnit::name).toList());
  }

  @Test
  void missingMinutesFailUnlessTheyAreAllowed() {
    MinuteRange range = endingBefore(Duration.ofMinutes(20));

    assertThatThrownBy(() -> rows(ReplayIO.read(), range))
        .hasRootCauseInstanceOf(NotLandedException.class)
        .rootCause()
        .hasMessageContainingAll("cannot be had yet", "allowingMissingMinutes()");
    assertThat(rows(ReplayIO.read().allowingMissingMinutes(), range))
        .isNotEmpty()
        .hasSizeLessThan(tweets.ids(range.from(), range.to()).size());
  }
}
