package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import io.stockpile.simulated.data.SimulatedDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportAndDeriveTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);

  private final SimulatedData data = new SimulatedData(7);
  private Path old;
  private Archive archive;

  @BeforeEach
  void keepFiles(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"));
    old = Files.createDirectory(directory.resolve("old"));
    Files.write(old.resolve("stocktwits_messages_2016_12_05.gz"), data.messages(DAY, 60).gzip(3));
    Files.write(
        old.resolve("stocktwits_messages_2016_12_06.json"),
        data.messages(DAY.plusDays(1), 40).ndjson());
    Files.write(old.resolve("readme.txt"), new byte[] {1});
  }

  private Archive.Ending importFiles(String glob, String... arguments) {
    List<String> words = new ArrayList<>(List.of("--files=" + old.resolve(glob)));
    words.addAll(List.of(arguments));
    return archive.run("import", words.toArray(new String[0]));
  }

  private byte[] month() {
    List<String> lines = new ArrayList<>();
    for (int day = 1; day <= 31; day++) {
      lines.addAll(data.messages(LocalDate.of(2016, 12, day), 10).lines());
    }
    return new SimulatedDay(lines).gzip();
  }

  @Test
  void filesOfTheUsersBecomeUnitsAsIfTheyHadBeenFetched() throws SQLException {
    Archive.Ending ending = importFiles("stocktwits_messages_*");

    assertThat(ending.err()).isEmpty();
    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("2 committed").contains("100 rows");
    assertThat(archive.read("_landing/firestream/message/2016-12-05.gz"))
        .isEqualTo(data.messages(DAY, 60).gzip(3));
    assertThat(archive.text("_manifests/firestream/message/2016-12-05.json"))
        .contains("\"gzip_members\" : 3");
    assertThat(archive.text("_manifests/firestream/message/2016-12-06.json"))
        .contains("\"gzip_members\" : 0");
    assertThat(DuckDb.query(archive.root(), "SELECT count(*) FROM TABLE(stocktwits/messages)"))
        .containsExactly(List.of("96"));
    assertThat(archive.run("verify").code()).isZero();
    assertThat(importFiles("stocktwits_messages_*").out()).contains("2 already held");
  }

  @Test
  void derivingADayWhoseLandedFileWasRemovedFailsAndNamesIt() throws IOException {
    importFiles("stocktwits_messages_*");
    Map<String, byte[]> before = archive.contents();
    String landed = "_landing/firestream/message/2016-12-05.gz";
    Files.delete(archive.root().resolve(landed));

    Archive.Ending ending = archive.run("derive", "--date=2016-12-05");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out())
        .contains("failed  firestream-message-2016-12-05: " + landed + " is gone")
        .contains("backfill --onExisting=replace");
    before.remove(landed);
    assertThat(archive.contents()).usingRecursiveComparison().isEqualTo(before);
    assertThat(archive.run("derive", "--date=2016-12-09").out())
        .isEqualToIgnoringNewLines(
            "Nothing was landed in " + archive.root() + " of [2016-12-09, 2016-12-10).");
  }

  @Test
  void aMonthIsOneUnitAndItsDaysAreHeldByIt() throws IOException, SQLException {
    Files.write(old.resolve("stocktwits_messages_2016_12.gz"), month());

    assertThat(importFiles("stocktwits_messages_2016_12.gz").code()).isZero();
    assertThat(archive.files())
        .contains("_manifests/firestream/message/2016-12.json")
        .contains("stocktwits/messages/date=2016-12-31/firestream-message-2016-12-0000.parquet");

    Archive.Ending day = importFiles("stocktwits_messages_2016_12_05.gz");
    Archive.Ending replaced =
        importFiles("stocktwits_messages_2016_12_05.gz", "--onExisting=replace");
    Archive.Ending failed = importFiles("stocktwits_messages_2016_12_05.gz", "--onExisting=fail");

    assertThat(day.code()).isZero();
    assertThat(day.out()).contains("held by firestream-message-2016-12");
    assertThat(replaced.code()).isEqualTo(1);
    assertThat(replaced.out()).contains("would be there twice");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*), count(DISTINCT id) FROM TABLE(stocktwits/messages)"))
        .containsExactly(List.of("310", "310"));
    assertThat(archive.run("status").out())
        .containsPattern("message +2016-12-01 +2017-01-01 +complete");
  }

  @Test
  void aMonthOfWhichADayIsHeldIsRefusedBeforeItLands() throws IOException {
    Files.write(old.resolve("stocktwits_messages_2016_12.gz"), month());
    importFiles("stocktwits_messages_2016_12_05.gz");
    Map<String, byte[]> before = archive.contents();

    Archive.Ending ending = importFiles("stocktwits_messages_2016_12.gz", "--onExisting=replace");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out())
        .contains("held already by firestream-message-2016-12-05")
        .contains("1 failed");
    assertThat(archive.contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void filesThatCannotBeToldApartAreRefusedByName() throws IOException {
    Files.write(old.resolve("messages_2016-12-05_again.gz"), data.messages(DAY, 60).gzip());
    Files.write(old.resolve("stocktwits_messages_2016_12.gz"), month());

    Archive.Ending twice = importFiles("*messages_2016[-_]12[-_]05*");
    Archive.Ending overlap = importFiles("stocktwits_messages_2016_12*");
    Archive.Ending nameless = importFiles("readme.txt", "--fileType=message");
    Archive.Ending otherType =
        importFiles("stocktwits_messages_2016_12_05.gz", "--fileType=activity");
    Archive.Ending nothing = importFiles("*.zip");
    Archive.Ending oneDate = importFiles("stocktwits*", "--date=2016-12-05");

    assertThat(List.of(twice, overlap, nameless, otherType, nothing, oneDate))
        .extracting(Archive.Ending::code)
        .containsOnly(2);
    assertThat(twice.err())
        .contains("messages_2016-12-05_again.gz")
        .contains("stocktwits_messages_2016_12_05.gz")
        .contains("firestream-message-2016-12-05");
    assertThat(overlap.err()).contains("hold the same time");
    assertThat(nameless.err()).contains("--date");
    assertThat(otherType.err())
        .contains("stocktwits_messages_2016_12_05.gz says message")
        .contains("--fileType=activity");
    assertThat(nothing.err()).contains("matches no file");
    assertThat(oneDate.err()).contains("says the time of one file");
    assertThat(archive.root()).doesNotExist();
  }

  @Test
  void aFileWithoutADayInItsNameTakesTheOneThatIsGiven() throws IOException {
    Files.write(old.resolve("dump.gz"), data.messages(DAY, 20).gzip());

    Archive.Ending ending = importFiles("dump.gz", "--fileType=message", "--date=2016-12-05");

    assertThat(ending.code()).isZero();
    assertThat(archive.files()).contains("_manifests/firestream/message/2016-12-05.json");
  }

  @Test
  void aCutFileIsNotTaken() throws IOException {
    byte[] whole = data.messages(DAY, 60).gzip();
    Files.write(
        old.resolve("stocktwits_messages_2016_12_05.gz"), Arrays.copyOf(whole, whole.length - 9));

    Archive.Ending ending = importFiles("stocktwits_messages_*");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out()).contains("1 committed, 1 failed").contains("no sound gzip file");
    assertThat(archive.files()).noneMatch(file -> file.contains("2016-12-05"));
  }

  @Test
  void derivingAgainGivesTheSameBytesWithoutTheNetwork() throws IOException {
    importFiles("stocktwits_messages_*");
    Map<String, byte[]> before = archive.contents();
    String table = "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-0000.parquet";
    Files.delete(archive.root().resolve(table));
    assertThat(archive.run("verify").code()).isEqualTo(5);

    Archive.Ending ending = archive.run("derive");

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("2 committed");
    assertThat(archive.files())
        .containsExactlyInAnyOrderElementsOf(
            before.keySet().stream()
                .map(file -> file.replace("-0000.parquet", "-g2-0000.parquet"))
                .toList());
    assertThat(archive.read(table.replace("-0000", "-g2-0000"))).isEqualTo(before.get(table));
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void derivingTakesOnlyTheDaysThatAreAskedFor() {
    importFiles("stocktwits_messages_*");

    assertThat(archive.run("derive", "--date=2016-12-06").out()).contains("1 unit: 1 committed");
    assertThat(archive.run("derive", "--onExisting=skip").out()).contains("2 already held");
    assertThat(archive.run("derive", "--date=2015-01-01").out()).contains("Nothing was landed");
    assertThat(archive.run("derive", "--dryRun").out())
        .containsPattern("message +2016-12-05 +2016-12-07 +2 +held +replaced");
  }

  @Test
  void landedBytesThatAreDamagedAreNotDerived() throws IOException {
    importFiles("stocktwits_messages_*");
    Path landed = archive.root().resolve("_landing/firestream/message/2016-12-05.gz");
    byte[] bytes = Files.readAllBytes(landed);
    bytes[bytes.length / 2] ^= 1;
    Files.write(landed, bytes);
    String manifest = archive.text("_manifests/firestream/message/2016-12-05.json");

    Archive.Ending ending = archive.run("derive");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out()).contains("1 committed, 1 failed");
    assertThat(archive.text("_manifests/firestream/message/2016-12-05.json")).isEqualTo(manifest);
  }

  @Test
  void whatWasImportedIsNotFetched() throws IOException {
    importFiles("stocktwits_messages_2016_12_05.gz");
    try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
      Archive.Ending ending =
          archive.backfill(firestream, "--date=2016-12-05", "--fileTypes=message");

      assertThat(ending.code()).isZero();
      assertThat(firestream.requests()).isEmpty();
    }
  }

  @Test
  void aFileOfAnotherDayThanItsNameSaysDoesNotStandInTheWayOfTheRightOne() throws IOException {
    LocalDate longAgo = DAY.minusYears(1);
    Files.write(
        old.resolve("stocktwits_messages_2016_12_05.gz"), data.messages(longAgo, 60).gzip());

    Archive.Ending imported = importFiles("stocktwits_messages_2016_12_05.gz");

    assertThat(imported.code()).isEqualTo(1);
    assertThat(imported.out()).contains("date_out_of_range").contains("taken out of _landing");
    assertThat(archive.files()).noneMatch(file -> file.contains("2016-12-05"));
    try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
      firestream.put("message", DAY, data.messages(DAY, 60).gzip());
      Archive.Ending fetched =
          archive.backfill(firestream, "--date=2016-12-05", "--fileTypes=message");
      assertThat(fetched.code()).as(fetched.out()).isZero();
      assertThat(fetched.out()).contains("60 rows");
    }
  }
}
