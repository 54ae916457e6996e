package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import io.stockpile.simulated.data.SimulatedDay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is written again gets a name of its own. */
class GenerationsTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final String TABLE =
      "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05";
  private static final String LANDED = "_landing/firestream/message/2016-12-05";
  private static final String REJECTED = "_rejected/firestream/message/2016-12-05";
  private static final String MANIFEST = "_manifests/firestream/message/2016-12-05.json";
  private static final String[] REPLACE = {
    "--date=2016-12-05", "--fileTypes=message", "--onExisting=replace"
  };

  private SimulatedFirestream firestream;
  private Archive archive;

  @BeforeEach
  void startService(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"));
    firestream = SimulatedFirestream.start();
    firestream.put("message", DAY, day(7));
    assertThat(archive.backfill(firestream, "--date=2016-12-05", "--fileTypes=message").code())
        .isZero();
  }

  @AfterEach
  void stopService() throws IOException {
    firestream.close();
  }

  /** A day with a line that no table takes. */
  private static byte[] day(int seed) {
    List<String> lines = new ArrayList<>(new SimulatedData(seed).messages(DAY, 50).lines());
    lines.add("no JSON at all " + seed);
    return new SimulatedDay(lines).gzip();
  }

  private List<String> filesOfTheDay() {
    return archive.files().stream()
        .filter(file -> file.contains("2016-12-05"))
        .filter(file -> !file.equals(MANIFEST) && !file.contains("message_deletions"))
        .toList();
  }

  @Test
  void whatIsCommittedFirstSaysNothingOfGenerations() {
    assertThat(filesOfTheDay())
        .containsExactly(LANDED + ".gz", REJECTED + ".parquet", TABLE + "-0000.parquet");
    assertThat(archive.text(MANIFEST)).doesNotContain("generation");
  }

  @Test
  void aDayThatIsFetchedAgainGetsNewNamesAndTheOldOnesGo() throws SQLException {
    firestream.put("message", DAY, day(8));

    assertThat(archive.backfill(firestream, REPLACE).code()).isZero();

    assertThat(filesOfTheDay())
        .containsExactly(LANDED + ".g2.gz", REJECTED + ".g2.parquet", TABLE + "-g2-0000.parquet");
    assertThat(archive.text(MANIFEST))
        .contains("\"generation\" : 2", LANDED + ".g2.gz", TABLE + "-g2-0000.parquet");
    assertThat(archive.read(LANDED + ".g2.gz")).isEqualTo(day(8));
    assertThat(archive.run("verify").code()).isZero();
    assertThat(archive.run("status").out()).contains("complete");
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*), count(DISTINCT id) FROM TABLE(stocktwits/messages)"))
        .containsExactly(List.of("48", "48"));

    assertThat(archive.backfill(firestream, REPLACE).code()).isZero();
    assertThat(filesOfTheDay())
        .containsExactly(LANDED + ".g3.gz", REJECTED + ".g3.parquet", TABLE + "-g3-0000.parquet");
  }

  @Test
  void derivingAgainLeavesTheLandedBytesWhereTheyAre() {
    byte[] before = archive.read(TABLE + "-0000.parquet");

    assertThat(archive.run("derive").code()).isZero();

    assertThat(filesOfTheDay())
        .containsExactly(LANDED + ".gz", REJECTED + ".g2.parquet", TABLE + "-g2-0000.parquet");
    assertThat(archive.read(TABLE + "-g2-0000.parquet")).isEqualTo(before);
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void filesWhoseManifestSomebodyRemovedGoWhenTheUnitIsBuiltAgain() throws Exception {
    assertThat(archive.run("derive").code()).isZero();
    Files.delete(archive.root().resolve(MANIFEST));

    assertThat(archive.run("derive").code()).isZero();

    assertThat(filesOfTheDay())
        .containsExactly(LANDED + ".gz", REJECTED + ".g3.parquet", TABLE + "-g3-0000.parquet");
    assertThat(archive.files()).noneMatch(file -> file.startsWith("_commits/"));
    assertThat(archive.run("verify").code()).isZero();
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*), count(DISTINCT id) FROM TABLE(stocktwits/messages)"))
        .containsExactly(List.of("48", "48"));
  }

  @Test
  void aReplacementThatFailsLeavesWhatWasHeldAsItWas() throws IOException {
    Map<String, byte[]> before = archive.contents();
    firestream.put("message", DAY, new SimulatedDay(List.of("nothing", "of", "any", "use")).gzip());

    Archive.Ending ending = archive.backfill(firestream, REPLACE);

    assertThat(ending.code()).isEqualTo(1);
    assertThat(archive.contents()).containsKeys(before.keySet().toArray(new String[0]));
    before.forEach((file, bytes) -> assertThat(archive.read(file)).as(file).isEqualTo(bytes));
    assertThat(archive.run("verify").code()).isZero();
    assertThat(archive.run("status").out()).contains("complete").doesNotContain("torn");

    firestream.put("message", DAY, day(8));
    assertThat(archive.backfill(firestream, REPLACE).code()).isZero();
    assertThat(filesOfTheDay())
        .containsExactly(LANDED + ".g3.gz", REJECTED + ".g2.parquet", TABLE + "-g2-0000.parquet");
  }

  @Test
  void anImportThatFailsLeavesWhatWasHeldAsItWas(@TempDir Path kept) throws IOException {
    Map<String, byte[]> before = archive.contents();
    Path file = kept.resolve("stocktwits_messages_2016_12_05.json");
    Files.writeString(file, "nothing\nof\nany\nuse\n");

    Archive.Ending ending = archive.run("import", "--files=" + file, "--onExisting=replace");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(archive.contents().keySet()).isEqualTo(before.keySet());
    before.forEach((name, bytes) -> assertThat(archive.read(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void aReaderInFlightReadsWhatItFoundToItsEnd() throws IOException {
    byte[] before = archive.read(TABLE + "-0000.parquet");
    StoreLocation location = new StoreLocation(archive.root().toString(), null, false, false);
    try (ObjectStore store = ObjectStores.open(location);
        InputStream reader = store.read(TABLE + "-0000.parquet")) {
      byte[] begun = reader.readNBytes(100);
      firestream.put("message", DAY, day(8));

      assertThat(archive.backfill(firestream, REPLACE).code()).isZero();

      byte[] rest = reader.readAllBytes();
      assertThat(begun.length + rest.length).isEqualTo(before.length);
      assertThat(rest).isEqualTo(Arrays.copyOfRange(before, 100, before.length));
    }
  }
}
