package io.stockpile.bench.job;

import io.stockpile.bench.data.FileFacts;
import io.stockpile.bench.measure.Command;
import io.stockpile.simulated.SimulatedFirestream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@code stockpile backfill} into a new archive.
 *
 * @param firestream the service, which offers the files of the data set
 */
public record BackfillJob(Stockpile stockpile, SimulatedFirestream firestream, Archive archive)
    implements ArchiveJob {
  /** Makes the job, and lets the service offer the files of the archive's data set. */
  public static BackfillJob of(
      Stockpile stockpile, SimulatedFirestream firestream, Archive archive) {
    for (FileFacts file : archive.facts().files()) {
      firestream.put(archive.series().type(), file.day(), file.file());
    }
    return new BackfillJob(stockpile, firestream, archive);
  }

  @Override
  public String name() {
    return "backfill";
  }

  @Override
  public void prepare() throws IOException {
    Directories.delete(archive.root());
  }

  @Override
  public Command command() {
    List<String> words = new ArrayList<>();
    words.add("backfill");
    words.add("--output=" + archive.root());
    words.add("--firestreamUrl=" + firestream.url());
    words.addAll(archive.series().options());
    words.add("--from=" + archive.facts().settings().firstDay());
    words.add("--to=" + archive.facts().settings().endDay());
    return stockpile.command(words);
  }

  @Override
  public void check() throws IOException {
    archive.checkLanded();
  }
}
