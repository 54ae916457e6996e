package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Something that takes the commands of {@code stockpile help}. */
public interface Program {
  Command command(List<String> arguments);

  /** The process ids of those that were there before and do the command's work. */
  default List<Long> workers() {
    return List.of();
  }

  /**
   * What a cluster and its client say of the last command; empty for a program without a cluster.
   *
   * @param log what the command has printed
   */
  default Optional<ClusterTimes> onCluster(Path log) throws IOException, InterruptedException {
    return Optional.empty();
  }
}
