package io.stockpile.pipeline.jobs.erase;

import io.stockpile.pipeline.erase.tombstones.Cause;
import io.stockpile.pipeline.run.RunArgs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of {@code erase}.
 *
 * @param also causes that are erased beside those that always are
 * @param ids a file of ids to erase, one on each line
 * @param reason the reason for these ids, for the ledger
 * @param evenThoughVersioned whether to go on if the store keeps versions of what is removed
 */
public record EraseArgs(
    RunArgs run, Set<Cause> also, Optional<Path> ids, String reason, boolean evenThoughVersioned) {
  public EraseArgs {
    also = Set.copyOf(also);
  }
}
