package io.stockpile.pipeline.erase.job;

import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.tombstones.Cause;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code erase} is told.
 *
 * @param also causes that count beside those that always do
 * @param ids a file of ids that are to be gone, a line each
 * @param reason why, in the words of whoever asks
 * @param evenThoughVersioned whether to go on where the store keeps what is removed
 */
public record EraseArgs(
    RunArgs run, Set<Cause> also, Optional<Path> ids, String reason, boolean evenThoughVersioned) {
  public EraseArgs {
    also = Set.copyOf(also);
  }
}
