package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.UnitCommitter;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The sources that a worker knows. Thread-safe. */
final class UnitSources implements Closeable {
  private final UnitSource firestream;
  private final ReplaySource replay;

  UnitSources(
      ArchiveSettings settings,
      ObjectStore store,
      UnitCommitter committer,
      RunMonitor monitor,
      Surroundings surroundings) {
    firestream =
        new FirestreamSource(
            store,
            new UnitLanding(store, settings.firestream(), monitor, surroundings),
            committer,
            surroundings.clock());
    replay = new ReplaySource(settings.replay(), store, committer, monitor, surroundings);
  }

  /** The works that come next, in order. Each has to be {@link #over} at some time. */
  void announce(List<UnitWork> works) {
    replay.announce(works);
  }

  /** The work has ended, or is not going to be begun. */
  void over(UnitWork work) {
    replay.over(work);
  }

  /** The source of a unit's bytes. */
  UnitSource of(ArchiveUnit unit) {
    if (unit instanceof FirestreamUnit) {
      return firestream;
    }
    if (unit instanceof ReplayUnit) {
      return replay;
    }
    throw new IllegalArgumentException(
        unit.name() + " is of the source '" + unit.source() + "', which nobody knows");
  }

  @Override
  public void close() throws IOException {
    try (replay) {
      firestream.close();
    }
  }
}
