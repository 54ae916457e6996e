package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import io.stockpile.bench.peer.ParquetContents;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** {@code stockpile backfill} into an archive that is not there yet. */
public record BackfillJob(Stockpile stockpile, URI firestream, Archive archive) implements Job {
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
    return stockpile.command(
        List.of(
            "backfill",
            "--output=" + archive.root(),
            "--firestreamUrl=" + firestream,
            "--fileTypes=message",
            "--from=" + archive.facts().settings().firstDay(),
            "--to=" + archive.facts().settings().endDay()));
  }

  @Override
  public void check() throws IOException {
    archive.checkLanded();
  }

  @Override
  public Path tables() {
    return archive.tables();
  }

  @Override
  public ParquetContents contents() throws SQLException {
    return archive.contents();
  }
}
