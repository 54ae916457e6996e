package io.stockpile.bench.job;

import io.stockpile.bench.data.FileFacts;
import io.stockpile.bench.measure.Command;
import java.io.IOException;

/**
 * Runs {@code stockpile derive} in an archive that contains only landed answers of Replay. The
 * answers are copied from the data set before each run.
 *
 * @param derive the measured job
 */
public record LandedJob(DeriveJob derive, Archive archive) implements ArchiveJob {
  @Override
  public String name() {
    return "first derive";
  }

  @Override
  public void prepare() throws IOException {
    Directories.delete(archive.root());
    for (FileFacts file : archive.facts().files()) {
      Directories.copy(
          file.file().getParent(), archive.root().resolve(archive.series().landing(file.unit())));
    }
    derive.prepare();
  }

  @Override
  public Command command() {
    return derive.command();
  }

  @Override
  public void check() throws IOException {
    archive.checkLanded();
    derive.check();
  }
}
