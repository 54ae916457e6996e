package io.stockpile.bench;

import io.stockpile.bench.measure.Command;
import java.util.List;

/** Something that takes the commands of {@code stockpile help}. */
interface Program {
  Command command(List<String> arguments);

  /** The process ids of those that were there before and do the command's work. */
  default List<Long> workers() {
    return List.of();
  }
}
