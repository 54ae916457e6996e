package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.Availability;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The guide for one Replay stream. The service drops every minute after some days.
 *
 * @param command how commands name the archive
 */
record ReplayGuide(ReplayStream stream, ArchiveCommand command) implements SeriesGuide {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Minutes that are not available yet are in the result only if there are no others. */
  @Override
  public Optional<Obtainable> obtainable(Instant from, Instant to, Instant now) {
    Availability available =
        Availability.of(new MinuteRange(Minutes.floor(from), Minutes.ceiling(to)), now);
    return available
        .obtainable()
        .or(available::notYet)
        .map(
            part ->
                new Obtainable(
                    part.from(),
                    part.to(),
                    Optional.of(Availability.forgottenAt(part.from())),
                    Optional.of(Availability.forgottenAt(part.to().minus(MINUTE)))));
  }

  @Override
  public String fetch(Instant from, Instant to) {
    return command.line("replay", options(from, to).toArray(new String[0]));
  }

  @Override
  public String replace(Instant from, Instant to) {
    List<String> options = options(from, to);
    options.add("--onExisting=replace");
    return command.line("replay", options.toArray(new String[0]));
  }

  private List<String> options(Instant from, Instant to) {
    return new ArrayList<>(
        List.of(
            "--streamType=" + stream.type().label(),
            "--account=" + stream.account(),
            "--streamLabel=" + stream.label(),
            "--from=" + Minutes.text(from),
            "--to=" + Minutes.text(to)));
  }

  @Override
  public String derive(Instant from, Instant to) {
    return command.deriveLine(from, to, "--sources=replay");
  }
}
