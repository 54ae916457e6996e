package io.stockpile.pipeline.jobs.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.testing.ScriptedStore;
import io.stockpile.connectors.testing.StoreScript;
import io.stockpile.pipeline.commands.Archive;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.erase.tombstones.RequestedIds;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.ProgressDisplay;
import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.sources.Sources;
import io.stockpile.pipeline.unit.JobResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing while another command commits a unit that it began before there was a list of ids. */
class EraseBesideABuildTest {
  private static final Instant NOW = Instant.parse("2018-03-10T00:00:00Z");

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private Path directory;
  private Archive archive;

  @BeforeEach
  void place(@TempDir Path place) {
    directory = place;
    archive = new Archive(place.resolve("archive"));
  }

  private static String message(long id, String day) {
    return ("{\"object\":\"Message\",\"action\":\"create\",\"data\":{\"id\":%d,"
            + "\"body\":\"words-of-%d end\",\"created_at\":\"%sT10:00:00Z\","
            + "\"user\":{\"id\":9}},\"time\":\"%sT10:00:00Z\"}")
        .formatted(id, id, day, day);
  }

  private static String destroy(long id, String day) {
    return ("{\"object\":\"Message\",\"action\":\"destroy\",\"data\":{\"id\":%d},"
            + "\"time\":\"%sT11:00:00Z\"}")
        .formatted(id, day);
  }

  private void bringIn(String day, String... lines) throws IOException {
    Path file = directory.resolve("stocktwits_messages_" + day.replace('-', '_'));
    Files.write(file, List.of(lines));
    Archive.Ending ending = archive.run("import", "--files=" + file);
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  /**
   * A script by which another command commits a unit while the list is written and is not yet
   * valid.
   */
  private StoreScript commitsMeanwhile(String day, String... lines) {
    return new StoreScript() {
      @Override
      public void before(Call call) throws IOException {
        if (call.key().startsWith("_tombstones/1-")) {
          bringIn(day, lines);
        }
      }
    };
  }

  private JobResult erase(StoreScript script, String ids) throws Exception {
    StoreLocation location = StoreLocation.of(archive.root().toString());
    JobContext context =
        new JobContext(
            "erasing",
            new Surroundings(
                Clock.fixed(NOW, ZoneOffset.UTC), pause -> {}, () -> 0.5, name -> Optional.empty()),
            new PrintStream(screen, true, StandardCharsets.UTF_8),
            ProgressDisplay.NONE,
            name -> PipelineOptionsFactory.fromArgs("--targetParallelism=2").create(),
            true);
    EraseArgs args =
        new EraseArgs(
            new RunArgs(location, OnExisting.REPLACE, false, DeriveSettings.defaults()),
            Set.of(),
            Optional.empty(),
            "asked for",
            false);
    try (ObjectStore store = ObjectStores.open(location)) {
      return new EraseJob(args, Sources.all(), context)
          .run(new ScriptedStore(store, script), NOW, RequestedIds.parse("ids", List.of(ids), NOW));
    }
  }

  private String text(String key) throws IOException {
    return Files.readString(archive.root().resolve(key));
  }

  @Test
  void whatIsCommittedUntilTheListCountsIsLookedThroughToo() throws Exception {
    bringIn("2018-03-05", message(1, "2018-03-05"), message(2, "2018-03-05"));

    JobResult result =
        erase(
            commitsMeanwhile("2018-03-06", message(5, "2018-03-06"), message(6, "2018-03-06")),
            "message 5");

    assertThat(result).as(screen.toString(StandardCharsets.UTF_8)).isEqualTo(JobResult.COMPLETE);
    assertThat(text("_manifests/firestream/message/2018-03-06.json")).contains("\"erased\" : 1");
    assertThat(text("_erasures/erasing.json")).contains("\"state\" : \"ended\"", "2018-03-06");
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }

  @Test
  void deletionsThatAreCommittedUntilTheListCountsAreReadByTheNextRun() throws Exception {
    bringIn("2018-03-05", message(1, "2018-03-05"), message(2, "2018-03-05"));

    erase(
        commitsMeanwhile("2018-03-06", destroy(2, "2018-03-06"), message(5, "2018-03-06")),
        "message 1");
    assertThat(text("_manifests/firestream/message/2018-03-05.json")).contains("\"erased\" : 1");

    Archive.Ending next = archive.run("erase");
    assertThat(next.code()).as(next.out() + next.err()).isZero();
    assertThat(text("_manifests/firestream/message/2018-03-05.json")).contains("\"erased\" : 2");
  }

  @Test
  void aUnitThatAnotherRunBuildsWithTheListMeanwhileIsErasedInTheLedgerToo() throws Exception {
    bringIn("2018-03-05", message(1, "2018-03-05"), message(2, "2018-03-05"));
    StoreScript derives =
        new StoreScript() {
          private int written;

          @Override
          public void before(Call call) {
            if (call.key().startsWith("_erasures/") && ++written == 2) {
              assertThat(archive.run("derive", "--onExisting=replace").code()).isZero();
            }
          }
        };

    JobResult result = erase(derives, "message 1");

    assertThat(result).isEqualTo(JobResult.COMPLETE);
    assertThat(text("_erasures/erasing.json"))
        .contains("\"state\" : \"ended\"", "\"outcome\" : \"erased\"", "\"lines\" : 1");
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }

  @Test
  void theLedgerOfARunThatDiedIsEndedByTheNext() throws Exception {
    bringIn("2018-03-05", message(1, "2018-03-05"), message(2, "2018-03-05"));
    bringIn("2018-03-06", message(3, "2018-03-06"));
    StoreScript dies =
        new StoreScript() {
          private int written;

          @Override
          public void before(Call call) throws IOException {
            if (call.key().startsWith("_erasures/") && ++written == 3) {
              throw new IOException("dead");
            }
          }
        };
    assertThatThrownBy(() -> erase(dies, "message 1")).hasMessage("dead");
    assertThat(text("_erasures/erasing.json"))
        .contains("\"state\" : \"begun\"", "\"outcome\" : \"planned\"");
    assertThat(text("_tombstones/current.json")).contains("\"open\" : [ \"erasing\" ]");
    assertThat(archive.run("status").out())
        .contains(
            "erase began at " + NOW + " to take something out of 1 unit and has not said how it",
            "run erase again: it does what is left and ends _erasures/erasing.json.");

    Archive.Ending next = archive.run("erase");

    assertThat(next.code()).as(next.out() + next.err()).isZero();
    assertThat(text("_erasures/erasing.json"))
        .contains("\"state\" : \"ended\"", "\"ended_by\" : \"", "\"outcome\" : \"erased\"")
        .contains("\"lines\" : 1", "\"reason\" : \"asked for\"");
    assertThat(text("_tombstones/current.json")).doesNotContain("\"open\"");
    assertThat(archive.run("status").out()).doesNotContain("erase began");
    byte[] ended = Files.readAllBytes(archive.root().resolve("_erasures/erasing.json"));
    assertThat(archive.run("erase").code()).isZero();
    assertThat(Files.readAllBytes(archive.root().resolve("_erasures/erasing.json")))
        .isEqualTo(ended);
  }
}
