package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusAndVerifyTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final String TABLE_FILE =
      "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-0000.parquet";
  private static final String LANDED_FILE = "_landing/firestream/message/2016-12-05.gz";
  private static final String REJECTED_FILE = "_rejected/firestream/message/2016-12-05.parquet";

  @TempDir private static Path whole;

  @TempDir private Path directory;
  private Archive archive;

  @BeforeAll
  static void holdTwoDaysWithAGap() throws IOException {
    Archive archive = new Archive(whole);
    SimulatedData data = new SimulatedData(7);
    try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
      firestream.put("message", DAY, data.messages(DAY, 50).with(data.malformedLine(DAY)).gzip());
      LocalDate later = DAY.plusDays(3);
      firestream.put("message", later, data.messages(later, 20).gzip());
      archive.backfill(firestream, "--date=2016-12-05", "--fileTypes=message");
      archive.backfill(firestream, "--from=2016-12-07", "--to=2016-12-09", "--fileTypes=message");
    }
  }

  @BeforeEach
  void copy() throws IOException {
    archive = new Archive(directory.resolve("archive"));
    for (String file : new Archive(whole).files()) {
      Path copy = archive.root().resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(whole.resolve(file), copy);
    }
  }

  @Test
  void statusHasOneStateForEachDay() {
    assertThat(archive.run("status").out().lines())
        .satisfiesExactly(
            head -> assertThat(head).startsWith("source"),
            one -> assertThat(one).containsPattern("2016-12-05 +2016-12-06 +complete +1 +50 +1 "),
            two -> assertThat(two).containsPattern("2016-12-06 +2016-12-07 +missing"),
            three -> assertThat(three).containsPattern("2016-12-07 +2016-12-08 +absent"),
            four -> assertThat(four).containsPattern("2016-12-08 +2016-12-09 +complete +1 +20"));
  }

  @Test
  void statusOfARangeShowsWhatIsMissingAtItsEnds() {
    assertThat(archive.run("status", "--from=2016-12-04", "--to=2016-12-06").out())
        .containsPattern("message +2016-12-04 +2016-12-05 +missing")
        .containsPattern("message +2016-12-05 +2016-12-06 +complete")
        .containsPattern("activity +2016-12-04 +2016-12-06 +missing +2")
        .doesNotContain("2016-12-08");
  }

  @Test
  void statusForScriptsIsJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(archive.run("status", "--json").out());

    assertThat(json.get("version").asInt()).isEqualTo(1);
    assertThat(json.get("units").findValuesAsText("state"))
        .containsExactly("complete", "missing", "absent", "complete");
    assertThat(json.at("/units/0/rows").asLong()).isEqualTo(50);
    assertThat(json.at("/units/0/from").asText()).isEqualTo("2016-12-05T00:00:00Z");
  }

  @Test
  void statusOfNothingIsNoError(@TempDir Path empty) {
    Archive.Ending ending = new Archive(empty.resolve("nothing")).run("status");

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("holds nothing");
  }

  @Test
  void landedBytesWithoutTablesAreSaidToBe() throws IOException {
    Files.write(
        archive.root().resolve("_landing/firestream/message/2016-12-06.gz"),
        new SimulatedData(7).messages(DAY.plusDays(1), 5).gzip());

    assertThat(archive.run("status").out())
        .containsPattern("message +2016-12-06 +2016-12-07 +landed");
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void verifyReadsEverything() {
    Archive.Ending ending = archive.run("verify");

    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("2 units, 70 rows").contains("all as the manifests say");
  }

  @ParameterizedTest
  @ValueSource(strings = {TABLE_FILE, LANDED_FILE, REJECTED_FILE})
  void aFlippedByteIsFound(String file) throws IOException {
    byte[] bytes = archive.read(file);
    bytes[bytes.length / 3] ^= 0x10;
    Files.write(archive.root().resolve(file), bytes);

    Archive.Ending ending = archive.run("verify");

    assertThat(ending.code()).isEqualTo(5);
    assertThat(ending.out()).contains(file + ": has the SHA-256").contains("1 difference");
    assertThat(archive.run("verify", "--date=2016-12-08").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {TABLE_FILE, LANDED_FILE, REJECTED_FILE})
  void aLostOrLongerFileIsFound(String file) throws IOException {
    Path path = archive.root().resolve(file);
    byte[] bytes = archive.read(file);
    Files.write(path, Arrays.copyOf(bytes, bytes.length + 1));
    assertThat(archive.run("verify").out()).contains(file + ": has " + (bytes.length + 1));

    Files.delete(path);
    Archive.Ending ending = archive.run("verify");
    assertThat(ending.code()).isEqualTo(5);
    assertThat(ending.out()).contains(file + ": is gone");
  }

  @Test
  void aFileThatNoManifestListsIsFound() throws IOException {
    String extra = "stocktwits/messages/date=2016-12-05/part-0.parquet";
    Files.write(archive.root().resolve(extra), archive.read(TABLE_FILE));

    Archive.Ending ending = archive.run("verify");

    assertThat(ending.code()).isEqualTo(5);
    assertThat(ending.out()).contains(extra + ": no manifest lists it");
  }

  @Test
  void aManifestThatCannotBeReadIsFoundAndStopsOnlyItsUnit() throws IOException {
    String manifest = "_manifests/firestream/message/2016-12-05.json";
    Files.write(archive.root().resolve(manifest), "{".getBytes(StandardCharsets.UTF_8));

    Archive.Ending verify = archive.run("verify");
    Archive.Ending derive = archive.run("derive");

    assertThat(verify.code()).isEqualTo(5);
    assertThat(verify.out())
        .contains(manifest + " cannot be read: it is not JSON: line 1, column 2: ")
        .doesNotContain("Source", "Exception");
    assertThat(archive.run("status").out()).contains("unreadable");
    assertThat(derive.code()).isEqualTo(1);
    assertThat(derive.out())
        .contains("1 committed, 1 failed")
        .contains(manifest)
        .doesNotContain("Source", "Exception");
  }

  @Test
  void aReplacementThatStoppedIsSaidAndMadeGoodByTheNextRun() throws IOException {
    FirestreamUnit unit = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);
    Path mark = archive.root().resolve("_commits/" + unit.name() + ".json");
    Files.createDirectories(mark.getParent());
    Files.writeString(
        mark,
        """
        {"version":1,"state":"torn","by":"stopped","at":"2016-12-10T12:00:00Z",
         "manifest_key":"%s","replaces":"","manifest":%s,
         "pending":[],"remove":[],"torn_before":false,"visible":["%s"]}
        """
            .formatted(unit.manifestKey(), archive.text(unit.manifestKey()), TABLE_FILE));

    Archive.Ending verify = archive.run("verify");
    assertThat(verify.code()).isZero();
    assertThat(verify.out()).contains("Note: " + unit.name() + " is being replaced");
    assertThat(archive.run("status").out()).containsPattern("2016-12-05 +2016-12-06 +torn");

    assertThat(archive.run("derive", "--onExisting=skip").out())
        .contains("1 committed, 1 already held");
    assertThat(archive.run("status").out()).doesNotContain("torn");
    assertThat(archive.files())
        .contains(TABLE_FILE.replace("-0000", "-g2-0000"))
        .doesNotContain(TABLE_FILE);
    assertThat(archive.run("verify").out()).doesNotContain("Note");
  }
}
