package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.UnitCommitter;
import java.io.Closeable;
import java.io.IOException;

/** The sources that a worker knows. Thread-safe. */
final class UnitSources implements Closeable {
  private final UnitSource firestream;
  private final UnitSource replay;

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
