package io.stockpile.pipeline.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.testing.StoreScript;
import io.stockpile.pipeline.commands.Archive;
import io.stockpile.pipeline.testing.BuildAgain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of ids to erase changes while a unit is built with the former list. */
class ListWrittenMeanwhileTest {
  private static final LocalDate DAY = LocalDate.of(2018, 3, 5);
  private static final FirestreamUnit UNIT = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);
  private static final int MESSAGES = 9;

  private Archive archive;

  @BeforeEach
  void bringIn(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"));
    List<String> lines = new ArrayList<>();
    for (int id = 1; id <= MESSAGES; id++) {
      lines.add(
          ("{\"object\":\"Message\",\"action\":\"create\",\"data\":{\"id\":%d,"
                  + "\"body\":\"words\",\"created_at\":\"2018-03-05T10:00:00Z\","
                  + "\"user\":{\"id\":50}},\"time\":\"2018-03-05T10:00:01Z\"}")
              .formatted(id));
    }
    Path file = directory.resolve("stocktwits_messages_2018_03_05");
    Files.write(file, lines);
    Archive.Ending ending = archive.run("import", "--files=" + file);
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  /** Each time the unit's first table is about to be written, adds a message to the list. */
  private static final class OneMoreIsToGo implements StoreScript {
    private final ObjectStore store;
    private final int most;
    private final Set<String> open = new HashSet<>();
    private int times;

    private OneMoreIsToGo(ObjectStore store, int most) {
      this.store = store;
      this.most = most;
    }

    @Override
    public void before(Call call) throws IOException {
      // A key is staged, and then completed or discarded.
      boolean staged =
          call.key().startsWith("stocktwits/messages/")
              && !open.remove(call.key())
              && open.add(call.key());
      if (staged && times < most) {
        times++;
        BuildAgain.ask(store, times);
      }
    }
  }

  private UnitOutcome buildAgain(int most) throws Exception {
    return new BuildAgain(archive.root(), UNIT, false)
        .run(store -> new OneMoreIsToGo(store, most))
        .outcome();
  }

  private String manifest() throws IOException {
    return Files.readString(archive.root().resolve(UNIT.manifestKey()));
  }

  @Test
  void theUnitIsBuiltOnceMoreWithoutIt() throws Exception {
    assertThat(buildAgain(1)).isInstanceOf(UnitOutcome.Committed.class);

    assertThat(manifest()).contains("\"erased\" : 1", "\"rows\" : 8", "\"generation\" : 2");
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }

  @Test
  void itEndsAlsoWhenMoreIsToGoEveryTime() throws Exception {
    assertThat(buildAgain(100)).isInstanceOf(UnitOutcome.Committed.class);

    assertThat(manifest()).contains("\"erased\" : 2", "\"generation\" : 2");
    assertThat(archive.run("verify", "--erased").code()).isEqualTo(5);
    assertThat(archive.run("erase").code()).isZero();
    assertThat(archive.run("verify", "--erased").code()).isZero();
  }
}
