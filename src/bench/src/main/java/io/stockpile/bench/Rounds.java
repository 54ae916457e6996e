package io.stockpile.bench;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.job.Directories;
import io.stockpile.bench.job.Job;
import io.stockpile.bench.measure.ProcessFigures;
import io.stockpile.bench.measure.ProcessMeter;
import io.stockpile.bench.peer.ParquetContents;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs jobs in turn, A B A B, so that other load on the machine affects all of them alike. Compares
 * the output of each run with the facts about the data and with the outputs before it.
 */
final class Rounds {
  private final ProcessMeter meter;
  private final DataFacts facts;
  private final Path logs;
  private final PrintStream progress;
  private Optional<ParquetContents> first = Optional.empty();

  Rounds(ProcessMeter meter, DataFacts facts, Path logs, PrintStream progress) {
    this.meter = meter;
    this.facts = facts;
    this.logs = logs;
    this.progress = progress;
  }

  /**
   * Runs every job once in each round.
   *
   * @throws IOException when a job fails
   * @throws DifferentOutputException when an output differs from the data or from another output
   */
  List<Measurement> run(List<Job> jobs, int rounds)
      throws IOException, InterruptedException, SQLException, DifferentOutputException {
    List<Measurement> measurements = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (Job job : jobs) {
        measurements.add(once(job, round));
        compare(job);
      }
    }
    return measurements;
  }

  /** Runs a job once without comparing its output. */
  Measurement once(Job job, int round) throws IOException, InterruptedException {
    Files.createDirectories(logs);
    job.prepare();
    ProcessFigures figures = meter.run(job.command(), log(job, round), job.workers());
    job.check();
    Measurement measurement =
        new Measurement(
            job.name(),
            round,
            figures,
            Directories.parquetBytes(job.tables()),
            job.onCluster(log(job, round)).map(times -> new Phases(figures, times)));
    StringBuilder line = new StringBuilder("round " + round + ", " + job.name() + ":");
    for (Measurement.Figure figure : Measurement.Figure.values()) {
      String format = " %s %." + figure.places() + "f";
      line.append(String.format(Locale.ROOT, format, figure.title(), measurement.get(figure)));
    }
    progress.println(line);
    return measurement;
  }

  private Path log(Job job, int round) {
    return logs.resolve(job.name().replaceAll("\\W+", "-") + "-" + round + ".log");
  }

  private void compare(Job job) throws SQLException, DifferentOutputException {
    ParquetContents contents = job.contents();
    if (contents.rows() != facts.records()
        || !contents.idSum().equals(facts.idSum())
        || !contents.rowsByDate().equals(facts.recordsByDate())) {
      throw new DifferentOutputException(
          "%s made %d rows with the id sum %d, by date %s, of %d records with the id sum %d, by date %s"
              .formatted(
                  job.name(),
                  contents.rows(),
                  contents.idSum(),
                  contents.rowsByDate(),
                  facts.records(),
                  facts.idSum(),
                  facts.recordsByDate()));
    }
    if (first.isEmpty()) {
      first = Optional.of(contents);
    }
    List<String> differences = contents.differences(first.get());
    if (!differences.isEmpty()) {
      throw new DifferentOutputException(
          job.name()
              + " made something else than the job before it:\n  "
              + String.join("\n  ", differences));
    }
  }
}
