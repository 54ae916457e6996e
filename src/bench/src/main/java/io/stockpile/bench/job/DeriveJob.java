package io.stockpile.bench.job;

import io.stockpile.bench.data.FileFacts;
import io.stockpile.bench.measure.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs {@code stockpile derive} for the first days of an archive, and so replaces their tables. */
public final class DeriveJob implements ArchiveJob {
  private final Program program;
  private final Archive archive;
  private final String name;
  private final LocalDate end;
  private final List<FileFacts> files;
  private List<Optional<FileTime>> committedBefore = List.of();

  private DeriveJob(Program program, Archive archive, String name, int days) {
    this.program = program;
    this.archive = archive;
    this.name = name;
    this.end = archive.facts().settings().firstDay().plusDays(days);
    this.files = archive.facts().files().stream().filter(file -> file.day().isBefore(end)).toList();
  }

  /** The job for all days of the archive. */
  public static DeriveJob ofAll(Program program, Archive archive) {
    return new DeriveJob(program, archive, "derive", archive.facts().settings().days());
  }

  /** The job for all days of the archive, on a cluster. */
  public static DeriveJob onFlink(StockpileOnFlink flink, Archive archive) {
    int days = archive.facts().settings().days();
    return new DeriveJob(flink, archive, "derive, Flink, slots: " + flink.slots(), days);
  }

  /** The job for the first days of the archive. Its name says how many. */
  public static DeriveJob ofFirst(int days, Program program, Archive archive) {
    return new DeriveJob(program, archive, "derive, days: " + days, days);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Archive archive() {
    return archive;
  }

  @Override
  public void prepare() throws IOException {
    committedBefore = committed();
  }

  @Override
  public Command command() {
    List<String> words = new ArrayList<>();
    words.add("derive");
    words.add("--output=" + archive.root());
    words.addAll(archive.series().options());
    words.add("--from=" + archive.facts().settings().firstDay());
    words.add("--to=" + end);
    return program.command(words);
  }

  @Override
  public List<Long> workers() {
    return program.workers();
  }

  @Override
  public Optional<ClusterTimes> onCluster(Path log) throws IOException, InterruptedException {
    return program.onCluster(log);
  }

  /**
   * Checks that every unit was committed again, since a run that found nothing to do would be no
   * measurement.
   */
  @Override
  public void check() throws IOException {
    List<Optional<FileTime>> after = committed();
    for (int i = 0; i < files.size(); i++) {
      if (after.get(i).isEmpty() || after.get(i).equals(committedBefore.get(i))) {
        throw new IOException("derive did not commit the unit " + files.get(i).unit() + " again");
      }
    }
  }

  private List<Optional<FileTime>> committed() throws IOException {
    List<Optional<FileTime>> times = new ArrayList<>();
    for (FileFacts file : files) {
      times.add(archive.committed(file));
    }
    return times;
  }
}
