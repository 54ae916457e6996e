package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.text.ArchiveCommand;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where units come from: a service, or a kind of file. What {@code derive} and {@code status} need
 * to know of it; the command that brings its units in is a job of its own. Implementations are
 * stateless and thread-safe.
 */
public interface Source {

  /** The word in keys, in manifests and in {@code --sources}, for example {@code replay}. */
  String name();

  /**
   * The series that an archive may hold something of, in the order in which {@code status} has
   * them. Each begins with {@link #name} and a slash. Unless a source knows its series, they are
   * those of all units that were landed or have a manifest.
   */
  default Set<String> series(ObjectStore store) throws IOException {
    Set<String> series = new TreeSet<>();
    for (String root : List.of("_landing/", "_manifests/")) {
      for (StoredObject object : store.list(root + name() + "/")) {
        unit(object.key()).ifPresent(unit -> series.add(unit.series()));
      }
    }
    return series;
  }

  /**
   * The unit that a manifest's key or a landed object's key belongs to; empty for a key that no
   * unit of this source has.
   */
  Optional<ArchiveUnit> unit(String key);

  /**
   * How long one unit is, where there is one for every such span, so that each span that nothing is
   * known of is missing by itself. Empty where units are spans of any length; a gap between two is
   * missing as a whole then, and one before the first is not known to be missing.
   */
  Optional<Duration> step();

  /**
   * Whether time between two units is missing. Not so where units are looks at a service at any
   * moment; see {@link #ids} then.
   */
  default boolean missesTime() {
    return true;
  }

  /**
   * What is held and what is missing of a series by ids rather than by time.
   *
   * @param manifests all of the series that can be read, in any order
   */
  default IdHistory ids(List<Manifest> manifests) {
    return IdHistory.NONE;
  }

  /** An instant as people read it for this source: a day, or a minute. */
  String timeText(Instant instant);

  /**
   * What it has to say of one of its series.
   *
   * @param command how the archive is spoken of
   */
  SeriesGuide guide(String series, ArchiveCommand command);

  /** Lands nothing new: gives what was landed already, for {@code derive}. */
  UnitLander.Factory landed();

  /**
   * What was landed of a unit that has no tables yet.
   *
   * @throws IOException when the archive cannot be read; what is written there and makes no sense
   *     is {@link LandedState#UNREADABLE}
   */
  default LandedState landedState(ObjectStore store, ArchiveUnit unit) throws IOException {
    return LandedState.WHOLE;
  }

  /**
   * What was landed of a unit.
   *
   * @param minutes the state of every minute, for a source that counts minutes; empty for another
   * @param readable whether what is written down of the landed bytes can be read
   */
  record LandedState(List<ReplayAccount.Minutes> minutes, boolean readable) {
    /** One object, all of it. */
    public static final LandedState WHOLE = new LandedState(List.of(), true);

    /** What is written down of the landed bytes cannot be read. */
    public static final LandedState UNREADABLE = new LandedState(List.of(), false);

    public LandedState {
      minutes = List.copyOf(minutes);
    }
  }
}
