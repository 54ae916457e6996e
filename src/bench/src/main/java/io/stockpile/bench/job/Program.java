package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program that takes the commands which {@code stockpile help} lists. */
public interface Program {
  Command command(List<String> arguments);

  /** The ids of processes that were started before and do the work for the command. */
  default List<Long> workers() {
    return List.of();
  }

  /**
   * The moments of the last command as the cluster and its client report them; empty for a program
   * without a cluster.
   *
   * @param log the file with the output of the command
   */
  default Optional<ClusterTimes> onCluster(Path log) throws IOException, InterruptedException {
    return Optional.empty();
  }
}
