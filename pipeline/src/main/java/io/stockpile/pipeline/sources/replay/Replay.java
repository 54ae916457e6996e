package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.attempts.BrokenAttemptException;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.UnitLander;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Gnip's Replay: spans of minutes of streams. */
public final class Replay implements Source {
  /** The source's name in keys, manifests and options. */
  public static final String NAME = "replay";

  /** For reading only; where it is used nothing with a time is written. */
  private static final Clock NO_CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<ArchiveUnit> unit(String key) {
    return ReplayUnit.ofKey(key).map(unit -> unit);
  }

  @Override
  public Optional<Duration> step() {
    return Optional.empty();
  }

  @Override
  public String timeText(Instant instant) {
    return Minutes.text(instant);
  }

  @Override
  public SeriesGuide guide(String series, ArchiveCommand command) {
    ReplayStream stream =
        ReplayStream.ofSeries(series)
            .orElseThrow(() -> new IllegalArgumentException("No series of mine: " + series));
    return new ReplayGuide(stream, command);
  }

  @Override
  public LandedForm form() {
    return new LandedForm(
        Vocabulary.TWITTER,
        LandedInput.Ending.ANYWHERE,
        "`replay` goes on with its minutes and takes it out then");
  }

  @Override
  public UnitLander.Factory landed() {
    return new ReplayUnitLander.Factory(ReplayAccess.DEFAULTS);
  }

  @Override
  public LandedState landedState(ObjectStore store, ArchiveUnit unit) throws IOException {
    try {
      return new LandedState(
          ReplayAccounts.minutes(new ReplayAttempts(store, NO_CLOCK).landed((ReplayUnit) unit)),
          true);
    } catch (BrokenAttemptException e) {
      return LandedState.UNREADABLE;
    }
  }
}
