package io.stockpile.pipeline.sources;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.sources.firestream.FirestreamSource;
import io.stockpile.pipeline.sources.firestream.UnitLanding;
import io.stockpile.pipeline.sources.replay.ReplaySource;
import io.stockpile.pipeline.unit.ArchiveSettings;
import io.stockpile.pipeline.unit.RunMonitor;
import io.stockpile.pipeline.unit.UnitSource;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The sources that a worker knows. Thread-safe. */
public final class UnitSources implements Closeable {
  private final UnitSource firestream;
  private final ReplaySource replay;

  public UnitSources(
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
  public void announce(List<UnitWork> works) {
    replay.announce(works);
  }

  /** The work has ended, or is not going to be begun. */
  public void over(UnitWork work) {
    replay.over(work);
  }

  /** The source of a unit's bytes. */
  public UnitSource of(ArchiveUnit unit) {
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
