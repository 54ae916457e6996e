package io.stockpile.bench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.FileFacts;
import io.stockpile.bench.data.Shape;
import io.stockpile.bench.measure.Command;
import io.stockpile.bench.peer.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandedJobTest {
  @TempDir Path directory;

  private Archive archive;
  private LandedJob job;

  @BeforeEach
  void generate() throws Exception {
    DataFacts facts =
        DataFiles.generate(
            directory.resolve("data"),
            new DataSettings(1, DataSettings.DEFAULT_FIRST_DAY, 1, 60, Shape.TWEETS));
    archive = new Archive(directory.resolve("archive"), facts, Width.NARROW);
    Program program = arguments -> new Command(arguments, Map.of(), directory);
    job = new LandedJob(DeriveJob.ofAll(program, archive), archive);
  }

  @Test
  void theArchiveHasNothingButTheAnswersAndIsDerivedFromThem() throws Exception {
    Path old = archive.root().resolve("twitter/tweets/old.parquet");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "");

    job.prepare();

    try (Stream<Path> kept = Files.list(archive.root())) {
      assertThat(kept).containsExactly(archive.root().resolve("_landing"));
    }
    FileFacts first = archive.facts().files().get(0);
    Path unit = archive.root().resolve("_landing").resolve(DataFiles.REPLAY_SERIES);
    assertThat(unit.resolve(first.unit()).resolve("1.json.gz"))
        .hasSameBinaryContentAs(first.file());
    assertThat(unit.resolve(first.unit()).resolve("1.json")).isNotEmptyFile();
    assertThat(job.command().words())
        .containsExactly(
            "derive",
            "--output=" + archive.root(),
            "--sources=replay",
            "--from=2017-09-18",
            "--to=2017-09-19");
  }

  @Test
  void aUnitThatWasNotCommittedIsFound() throws Exception {
    job.prepare();

    assertThatThrownBy(job::check)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not commit the unit 201709180000_201709180200");
    for (FileFacts file : archive.facts().files()) {
      Path manifest = archive.root().resolve(archive.series().manifest(file.unit()));
      Files.createDirectories(manifest.getParent());
      Files.writeString(manifest, "{}");
    }
    job.check();
    assertThat(archive.tables()).isEqualTo(List.of(archive.root().resolve("twitter/tweets")));
  }
}
