package io.stockpile.bench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.Shape;
import io.stockpile.bench.measure.Command;
import io.stockpile.bench.peer.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedIdsTest {
  @TempDir Path directory;

  private Archive archive;
  private Path manifest;
  private DeriveJob derive;
  private ListedIds ids;

  @BeforeEach
  void generate() throws Exception {
    DataFacts facts =
        DataFiles.generate(
            directory.resolve("data"),
            new DataSettings(1, DataSettings.DEFAULT_FIRST_DAY, 1, 60, Shape.BARE));
    archive = new Archive(directory.resolve("archive"), facts, Width.NARROW);
    manifest = archive.root().resolve(archive.series().manifest("2017-09-18"));
    Files.createDirectories(manifest.getParent());
    Files.writeString(manifest, "{\"files\":[{\"min_id\":96000000,\"max_id\":96000179}]}");
    Files.setLastModifiedTime(manifest, FileTime.from(Instant.EPOCH));
    Program program = arguments -> new Command(arguments, Map.of(), directory);
    derive = DeriveJob.ofAll(program, archive);
    Path kept = directory.resolve("kept");
    ids = new ListedIds(program, archive, ListedIds.Place.AMONG, 20, kept);
  }

  private void leave(int listed) throws IOException {
    Files.createDirectories(archive.tombstones());
    Files.writeString(
        archive.tombstones().resolve("current.json"), "{\"ids\":{\"message\":" + listed + "}}");
  }

  @Test
  void theIdsAreAskedForAndTheListIsThereForTheJobsThatWantIt() throws Exception {
    ids.prepare();

    Path file = directory.resolve("kept/among.txt");
    assertThat(Files.readAllLines(file)).hasSize(20).allMatch(line -> line.startsWith("message 9"));
    assertThat(ids.command().words())
        .containsExactly(
            "erase", "--output=" + archive.root(), "--ids=" + file, "--reason=benchmark");
    leave(20);
    ids.check();
    assertThat(archive.tombstones()).doesNotExist();

    DeriveBesideIds with = new DeriveBesideIds(derive, archive, Optional.of(ids));
    with.prepare();
    assertThat(with.name()).isEqualTo("derive, ids gone among: 20");
    assertThat(archive.tombstones().resolve("current.json"))
        .hasContent("{\"ids\":{\"message\":20}}");
    new DeriveBesideIds(derive, archive, Optional.empty()).prepare();
    assertThat(archive.tombstones()).doesNotExist();
  }

  @Test
  void aListOfOtherIdsIsNone() throws Exception {
    ids.prepare();
    leave(19);

    assertThatThrownBy(ids::check).hasMessageContaining("has 19 ids, not 20");
  }

  @Test
  void idsThatTouchedAUnitMeasureSomethingElse() throws Exception {
    ids.prepare();
    leave(20);
    Files.setLastModifiedTime(manifest, FileTime.from(Instant.now().plusSeconds(60)));

    assertThatThrownBy(ids::check).hasMessageContaining("touched the unit 2017-09-18");
  }
}
