package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.files.TwitterFileUnit;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.UnitLander;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Files with Twitter's records that users have. Their units are spans of minutes of any length. */
public final class TwitterFiles implements Source {

  @Override
  public String name() {
    return TwitterFileUnit.SOURCE;
  }

  @Override
  public Optional<ArchiveUnit> unit(String key) {
    return TwitterFileUnit.ofKey(key).map(unit -> unit);
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
    return new TwitterFilesGuide(series, command);
  }

  @Override
  public LandedForm form() {
    return LandedForm.whole(Vocabulary.TWITTER);
  }

  @Override
  public UnitLander.Factory landed() {
    return new FileUnitLander.Factory();
  }
}
