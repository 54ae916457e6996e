package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import io.stockpile.bench.peer.ParquetContents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A job to measure: a process that makes Parquet files from the data set. */
public interface Job {
  /** The job's name in reports and in the names of logs. */
  String name();

  /** Prepares one run. This is not measured. */
  void prepare() throws IOException;

  Command command();

  /** The ids of processes that were started before and do the work for the command. */
  default List<Long> workers() {
    return List.of();
  }

  /**
   * The moments of the run as the cluster and its client report them; empty for a job without a
   * cluster.
   *
   * @param log the file with the output of the process
   */
  default Optional<ClusterTimes> onCluster(Path log) throws IOException, InterruptedException {
    return Optional.empty();
  }

  /**
   * Checks by more than the exit code that the run has done its work. This is not measured.
   *
   * @throws IOException when it has not
   */
  void check() throws IOException;

  /** The directories of its Parquet files. */
  List<Path> tables();

  /** Reads its output. */
  ParquetContents contents() throws SQLException;
}
