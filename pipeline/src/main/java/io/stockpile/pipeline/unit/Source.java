package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.text.ArchiveCommand;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where units come from: a service, or a kind of file. This interface has what {@code derive},
 * {@code status} and {@code report} need to know; the command that brings units in is a job of its
 * own. Implementations are stateless and thread-safe.
 */
public interface Source {

  /** The word in keys, in manifests and in {@code --sources}, for example {@code replay}. */
  String name();

  /**
   * The series that the archive may hold, in the order in which {@code status} lists them. Each
   * begins with {@link #name} and a slash. By default these are the series of all units that were
   * landed or have a manifest; a source that knows its series overrides this.
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
   * The unit that the key of a manifest or of a landed object belongs to; empty when it is no unit
   * of this source.
   */
  Optional<ArchiveUnit> unit(String key);

  /**
   * The length of a unit, for a source that has a unit for each span of this length: then each such
   * span without a unit is missing by itself. Empty for a source whose units have any length: then
   * a gap between two units is missing as a whole, and what is before the first is not known to be
   * missing.
   */
  Optional<Duration> step();

  /**
   * Whether the time between two units is missing. False for a source whose units are what a
   * service showed at some moments; what is missing there is told by {@link #ids}.
   */
  default boolean missesTime() {
    return true;
  }

  /**
   * What is held and what is missing of a series, counted by ids and not by time.
   *
   * @param manifests all readable manifests of the series, in any order
   */
  default IdHistory ids(List<Manifest> manifests) {
    return IdHistory.NONE;
  }

  /** An instant as messages about this source write it: a day, or a minute. */
  String timeText(Instant instant);

  /**
   * What can be done about gaps of one of its series.
   *
   * @param command how commands name the archive
   */
  SeriesGuide guide(String series, ArchiveCommand command);

  /**
   * Makes landers that bring nothing in and return what was landed earlier; {@code derive} uses
   * them.
   */
  UnitLander.Factory landed();

  /** What the source's landed objects are, whether a manifest names them or not. */
  LandedForm form();

  /**
   * What is known of landed objects by their source alone.
   *
   * @param vocabulary whose records their lines are
   * @param ending how they may end
   * @param building who builds the unit of an object that no manifest names, without what is to be
   *     gone; a clause
   */
  record LandedForm(Vocabulary vocabulary, LandedInput.Ending ending, String building) {
    /** Objects that landed whole, and that {@code derive} builds a unit of. */
    public static LandedForm whole(Vocabulary vocabulary) {
      return new LandedForm(
          vocabulary,
          LandedInput.Ending.WHOLE,
          "`derive`, or the command that landed it, builds the unit without it");
    }
  }

  /**
   * The state of what was landed of a unit that has no tables yet.
   *
   * @throws IOException when the archive cannot be read; if its files can be read but not
   *     understood, the result is {@link LandedState#UNREADABLE}
   */
  default LandedState landedState(ObjectStore store, ArchiveUnit unit) throws IOException {
    return LandedState.WHOLE;
  }

  /**
   * The state of what was landed of a unit.
   *
   * @param minutes the state of every minute, for a source that counts minutes; empty for another
   * @param readable whether the records about the landed bytes can be read
   */
  record LandedState(List<ReplayAccount.Minutes> minutes, boolean readable) {
    /** The unit is one object, and it was landed whole. */
    public static final LandedState WHOLE = new LandedState(List.of(), true);

    /** The records about the landed bytes cannot be read. */
    public static final LandedState UNREADABLE = new LandedState(List.of(), false);

    public LandedState {
      minutes = List.copyOf(minutes);
    }
  }
}
