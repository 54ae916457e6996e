package io.stockpile.bench;

import io.stockpile.bench.measure.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that takes the commands of {@code stockpile help}. */
interface Program {
  Command command(List<String> arguments);

  /** The process ids of those that were there before and do the command's work. */
  default List<Long> workers() {
    return List.of();
  }

  /** How long a cluster worked on the last command; empty for a program without one. */
  default Optional<Duration> onCluster() throws IOException, InterruptedException {
    return Optional.empty();
  }
}
