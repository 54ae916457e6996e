package io.stockpile.pipeline.madeup;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** One day's notes of a service that does not exist. */
record MadeUpUnit(LocalDate day) implements ArchiveUnit {
  static final String SERIES = MadeUp.NAME + "/notes";

  @Override
  public String name() {
    return "madeup-notes-" + day;
  }

  @Override
  public String source() {
    return MadeUp.NAME;
  }

  @Override
  public String type() {
    return "notes";
  }

  @Override
  public String series() {
    return SERIES;
  }

  @Override
  public Instant from() {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public Instant to() {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public String keyText() {
    return day.toString();
  }

  @Override
  public String landingPrefix() {
    return "_landing/" + SERIES + "/" + day + ".gz";
  }

  @Override
  public Optional<String> budget() {
    return Optional.of(MadeUp.NAME + "/account");
  }

  @Override
  public String timeText(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
