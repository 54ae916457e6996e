package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it waits for bytes; the next run continues from there. */
class KilledRunTest {
  private static final LocalDate FIRST = LocalDate.of(2016, 12, 5);
  private static final int DAYS = 3;
  private static final List<String> RANGE =
      List.of("--from=2016-12-05", "--to=2016-12-08", "--fileTypes=message");

  private static Process start(Archive archive, SimulatedFirestream firestream) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "backfill",
                "--output=" + archive.root(),
                "--firestreamUrl=" + firestream.url(),
                "--downloads=1"));
    words.addAll(RANGE);
    return archive.start(words);
  }

  @Test
  @Timeout(120)
  void aKilledRunLeavesNothingHalfVisibleAndTheNextFinishesIt(@TempDir Path directory)
      throws IOException, InterruptedException, SQLException {
    Archive archive = new Archive(directory.resolve("archive"));
    SimulatedData data = new SimulatedData(7);
    try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
      for (int day = 0; day < DAYS; day++) {
        LocalDate date = FIRST.plusDays(day);
        firestream.put("message", date, data.messages(date, 50).gzip());
      }
      firestream.onDownload(Fault.none(), Fault.stallAfter(500));
      Process process = start(archive, firestream);
      while (firestream.requests(ReceivedRequest.Place.DOWNLOAD).size() < 2) {
        assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
      }
      process.destroyForcibly().waitFor();

      assertThat(archive.files())
          .filteredOn(file -> !file.startsWith("_staging/"))
          .allMatch(KilledRunTest::isWhole);
      Archive.Ending ending = archive.backfill(firestream, RANGE.toArray(new String[0]));

      assertThat(ending.code()).as(ending.out()).isZero();
      assertThat(archive.files()).noneMatch(file -> file.startsWith("_staging/"));
      assertThat(archive.files()).noneMatch(file -> file.startsWith("_commits/"));
      assertThat(archive.run("verify").code()).isZero();
      assertThat(
              DuckDb.query(
                  archive.root(),
                  "SELECT count(*), count(DISTINCT id) FROM TABLE(stocktwits/messages)"))
          .containsExactly(List.of("144", "144"));
    }
  }

  private static boolean isWhole(String file) {
    return file.startsWith("_landing/")
        || file.startsWith("_manifests/")
        || file.startsWith("_commits/")
        || file.startsWith("_looks/")
        || file.startsWith("stocktwits/");
  }
}
