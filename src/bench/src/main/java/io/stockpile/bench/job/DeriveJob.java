package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import io.stockpile.bench.peer.ParquetContents;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code stockpile derive} of the first days of an archive, whose tables it replaces. */
public final class DeriveJob implements Job {
  private final Program program;
  private final Archive archive;
  private final String name;
  private final LocalDate end;
  private SortedMap<LocalDate, FileTime> manifestsBefore = new TreeMap<>();

  private DeriveJob(Program program, Archive archive, String name, int days) {
    this.program = program;
    this.archive = archive;
    this.name = name;
    this.end = archive.facts().settings().firstDay().plusDays(days);
  }

  /** All days of the archive. */
  public static DeriveJob ofAll(Program program, Archive archive) {
    return new DeriveJob(program, archive, "derive", archive.facts().settings().days());
  }

  /** All days of the archive, on a cluster. */
  public static DeriveJob onFlink(StockpileOnFlink flink, Archive archive) {
    int days = archive.facts().settings().days();
    return new DeriveJob(flink, archive, "derive, Flink, slots: " + flink.slots(), days);
  }

  /** The first so many days, under a name of its own. */
  public static DeriveJob ofFirst(int days, Program program, Archive archive) {
    return new DeriveJob(program, archive, "derive, days: " + days, days);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare() throws IOException {
    manifestsBefore = archive.manifestTimes();
  }

  @Override
  public Command command() {
    return program.command(
        List.of(
            "derive",
            "--output=" + archive.root(),
            "--fileTypes=message",
            "--from=" + archive.facts().settings().firstDay(),
            "--to=" + end));
  }

  @Override
  public List<Long> workers() {
    return program.workers();
  }

  @Override
  public Optional<ClusterTimes> onCluster(Path log) throws IOException, InterruptedException {
    return program.onCluster(log);
  }

  /** A run that found everything done already would be quick, and no measure. */
  @Override
  public void check() throws IOException {
    SortedMap<LocalDate, FileTime> after = archive.manifestTimes();
    for (LocalDate day : manifestsBefore.headMap(end).keySet()) {
      if (after.get(day).equals(manifestsBefore.get(day))) {
        throw new IOException("derive did not commit the unit of " + day + " again");
      }
    }
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
