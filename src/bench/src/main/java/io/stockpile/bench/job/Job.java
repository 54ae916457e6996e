package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import io.stockpile.bench.peer.ParquetContents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A thing to be measured: a process that makes Parquet of the day files. */
public interface Job {
  /** The name in reports and of logs. */
  String name();

  /** Makes everything ready for one run; not measured. */
  void prepare() throws IOException;

  Command command();

  /** The process ids of those that were there before and do the command's work. */
  default List<Long> workers() {
    return List.of();
  }

  /**
   * What a cluster and its client say of the run; empty where there is no cluster.
   *
   * @param log what the process has printed
   */
  default Optional<ClusterTimes> onCluster(Path log) throws IOException, InterruptedException {
    return Optional.empty();
  }

  /** Says whether the run did what it is for, by more than its exit code; not measured. */
  void check() throws IOException;

  /** Where its Parquet files lie. */
  List<Path> tables();

  /** What it made. */
  ParquetContents contents() throws SQLException;
}
