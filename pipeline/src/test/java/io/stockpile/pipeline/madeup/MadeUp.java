package io.stockpile.pipeline.madeup;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.UnitLander;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source that does not exist; the smallest one that works. */
final class MadeUp implements Source {
  static final String NAME = "madeup";

  private static final Pattern KEY =
      Pattern.compile("_(?:manifests|landing)/madeup/notes/(\\d{4}-\\d{2}-\\d{2})\\.(?:json|gz)");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> series(ObjectStore store) {
    return Set.of(MadeUpUnit.SERIES);
  }

  @Override
  public Optional<ArchiveUnit> unit(String key) {
    Matcher matcher = KEY.matcher(key);
    return matcher.matches()
        ? Optional.of(new MadeUpUnit(LocalDate.parse(matcher.group(1))))
        : Optional.empty();
  }

  @Override
  public Optional<Duration> step() {
    return Optional.of(Duration.ofDays(1));
  }

  @Override
  public String timeText(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  @Override
  public LandedForm form() {
    return LandedForm.whole(Vocabulary.STOCKTWITS);
  }

  @Override
  public UnitLander.Factory landed() {
    return new MadeUpLander.Factory(Map.of());
  }

  @Override
  public SeriesGuide guide(String series, ArchiveCommand command) {
    return new Guide(this, command);
  }

  private record Guide(MadeUp source, ArchiveCommand command) implements SeriesGuide {
    @Override
    public Optional<Obtainable> obtainable(Instant from, Instant to, Instant now) {
      return Optional.empty();
    }

    @Override
    public String fetch(Instant from, Instant to) {
      return command.line(
          "fetch", "--from=" + source.timeText(from), "--to=" + source.timeText(to));
    }

    @Override
    public String replace(Instant from, Instant to) {
      return fetch(from, to) + " --onExisting=replace";
    }

    @Override
    public String derive(Instant from, Instant to) {
      return command.line("derive", "--sources=" + NAME);
    }
  }
}
