package io.stockpile.deploy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.deploy.ShippedBundle;
import io.stockpile.simulated.data.OldArchive;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Spark reads the Iceberg tables that the shipped bundle for one machine publishes. */
@EnabledForJreRange(max = JRE.JAVA_17, disabledReason = "Spark 3.5 knows Java up to 17")
class SparkIcebergIT {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 6);
  private static final String MESSAGES = "archive.stocktwits.messages";
  private static final String ROWS =
      "SELECT count(*), count(DISTINCT id), count(user.username), count(created_at) FROM "
          + MESSAGES;
  private static final String OF_ONE =
      "SELECT id, symbols[0].symbol, gnip.language FROM " + MESSAGES + " WHERE id = 101";
  private static final String OF_A_DAY =
      "SELECT count(DISTINCT _file), count(*) FROM "
          + MESSAGES
          + " WHERE created_at >= TIMESTAMP '2016-12-06 00:00:00'";

  @TempDir private Path scratch;
  private Path archive;

  @BeforeEach
  void makeArchiveOfBothVersions() throws Exception {
    archive = scratch.resolve("archive");
    OldArchive.copyTo(archive);
    Path file = scratch.resolve("stocktwits_messages_2016_12_06.gz");
    Files.write(file, new SimulatedData(7).messages(DAY, 40).gzip());
    stockpile("import", "--files=" + file, "--publish");
  }

  @Test
  void readsFilesOfBothVersionsByTheirIdsAndOnlyTheDaysThatItNeeds() throws Exception {
    assertThat(read(ROWS, OF_ONE, OF_A_DAY))
        .containsExactly("[41,41,41,41]", "[101,TEST,null]", "[1,38]");
  }

  @Test
  void readsWhatReplacedThemAfterTheNextPublication() throws Exception {
    stockpile("derive", "--onExisting=replace", "--publish");

    assertThat(
            read(
                ROWS,
                "SELECT count(*), sum(CAST(file_path LIKE '%-g2-%' AS INT)) FROM "
                    + MESSAGES
                    + ".files",
                "SELECT count(*) FROM " + MESSAGES + ".snapshots"))
        .containsExactly("[41,41,41,41]", "[2,2]", "[1]");
  }

  @Test
  void isKeptFromRemovingFilesOfTheArchive() throws Exception {
    assertThat(
            read(
                "CALL archive.system.expire_snapshots(table => 'stocktwits.messages', older_than =>"
                    + " TIMESTAMP '2100-01-01 00:00:00')",
                "CALL archive.system.remove_orphan_files(table => 'stocktwits.messages', location"
                    + " => '"
                    + archive.resolve("stocktwits").toUri()
                    + "')",
                "DROP TABLE " + MESSAGES + " PURGE"))
        .allMatch(line -> line.startsWith("refused: ") && line.contains("GC is disabled"));
  }

  private List<String> read(String... queries) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(archive.resolve("_iceberg").toString()));
    arguments.addAll(List.of(queries));
    SparkSubmission.Ended ended =
        new SparkSubmission(ShippedBundle.ofThisModule(), scratch, Map.of())
            .programWithIceberg(Path.of("src", "test", "resources", "ReadIceberg.java"), arguments);
    assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
    return ended.out().lines().toList();
  }

  private void stockpile(String command, String... options)
      throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("stockpile.embedded"),
                command,
                "--output=" + archive));
    line.addAll(List.of(options));
    Path said = Files.createTempFile(scratch, "said", ".txt");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said, StandardCharsets.UTF_8)).isZero();
  }
}
