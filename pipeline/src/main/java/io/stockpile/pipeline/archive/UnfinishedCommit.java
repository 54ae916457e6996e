package io.stockpile.pipeline.archive;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.manifest.UnitCoverage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A commit that was begun and has not ended: it is under way in another process, or was left by one
 * that stopped.
 *
 * @param torn whether the unit must be done again; otherwise the next run finishes it
 */
public record UnfinishedCommit(UnitCoverage unit, boolean torn) {

  /** All there are in an archive, in the order of their units' names. */
  public static List<UnfinishedCommit> in(ObjectStore store) throws IOException {
    List<UnfinishedCommit> commits = new ArrayList<>();
    for (IntentStore.Entry entry : new IntentStore(store).all()) {
      CommitIntent intent = entry.intent();
      if (intent.state() != CommitIntent.State.DROPPED) {
        commits.add(new UnfinishedCommit(intent.unit(), intent.state() == CommitIntent.State.TORN));
      }
    }
    return List.copyOf(commits);
  }
}
