package io.stockpile.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.Minutes;
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
import io.stockpile.simulated.SimulatedTweets;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayIOTest {
  private static final ReplayStream STREAM = new ReplayStream(StreamType.SAMPLE10, "acme", "prod");

  @TempDir private Path root;

  @Test
  void unitsOfOneAccountAreLandedOneAfterTheOther() throws Exception {
    Instant end = Minutes.floor(Instant.now(Clock.systemUTC()).minus(Duration.ofHours(1)));
    MinuteRange range = new MinuteRange(end.minus(Duration.ofMinutes(20)), end);
    Path credentials = root.resolve("credentials");
    Files.writeString(
        credentials, SimulatedReplay.USERNAME + ":" + SimulatedReplay.PASSWORD + "\n");
    StoreLocation location = StoreLocation.of(root.resolve("archive").toString());
    List<ReplayUnit> units = ReplaySpans.split(STREAM, range, Duration.ofMinutes(10), List.of());
    try (SimulatedReplay service =
        SimulatedReplay.start(
            Clock.systemUTC(), new SimulatedTweets(SimulatedTweets.Form.NATIVE, 5))) {
      service.script(ReplayFault.withoutInfo());
      ReplayIO.LandInto land =
          ReplayIO.land()
              .withUrl(service.url().toString())
              .withCredentials("file:" + credentials)
              .into(location);
      Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
      PCollection<ReplayOutcome> outcomes =
          pipeline.apply(Create.of(units).withCoder(ReplayIO.unitCoder())).apply(land);
      int count = units.size();
      PAssert.that(outcomes)
          .satisfies(
              all -> {
                assertThat(all).hasSize(count).allMatch(Complete.class::isInstance);
                return null;
              });
      pipeline.run().waitUntilFinish();

      assertThat(service.ranges()).hasSize(count + 1);
      assertThat(service.ranges()).isSortedAccordingTo((a, b) -> a.to().compareTo(b.to()));
      assertThat(DisplayData.from(land).asMap().toString())
          .doesNotContain(SimulatedReplay.PASSWORD)
          .contains("file:");
    }
    try (ObjectStore store = ObjectStores.open(location)) {
      assertThat(new ReplayAttempts(store, Clock.systemUTC()).units(STREAM))
          .containsExactlyInAnyOrderElementsOf(units);
    }
  }
}
