package io.stockpile.connectors.stocktwits.sweeps;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.stocktwits.ApiStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sweep: the pages of one stream that one run asked for, from some page back. Its name is the
 * millisecond in which it was begun.
 *
 * @param begun in whole milliseconds
 */
public record SweepUnit(ApiStream stream, Instant begun) implements ArchiveUnit {
  /** The budget of all streams: they spend the requests of one token. */
  public static final String BUDGET = ApiStream.SOURCE;

  /** Nothing that the API shows is older than StockTwits. */
  private static final Instant FIRST_EVENT = Instant.parse("2007-01-01T00:00:00Z");

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT);
  private static final Pattern KEY =
      Pattern.compile(
          "_(?:landing|manifests)/"
              + ApiStream.SOURCE
              + "/(.+)/(\\d{8}T\\d{9}Z)"
              + "(?:\\.json(?:\\.g\\d+)?\\.gz|/\\d+\\.json\\.gz|\\.json)");

  public SweepUnit {
    if (!begun.equals(begun.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException("A sweep begins in a whole millisecond, not at " + begun);
    }
  }

  /** The sweep that a manifest's key or a landed object's key belongs to; empty for other keys. */
  public static Optional<SweepUnit> ofKey(String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Instant begun = begun(matcher.group(2));
      return ApiStream.ofKey(matcher.group(1)).map(stream -> new SweepUnit(stream, begun));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What tells it from the other sweeps of its stream, for example {@code 20261127T090000000Z}. */
  public String id() {
    return id(begun);
  }

  /** The {@link #id()} of a sweep that was begun at this moment. */
  public static String id(Instant begun) {
    return ID.format(begun.atOffset(ZoneOffset.UTC));
  }

  /**
   * When a sweep was begun.
   *
   * @param id as {@link #id()} has it
   * @throws DateTimeException when it is no such id
   */
  public static Instant begun(String id) {
    return LocalDateTime.parse(id, ID).toInstant(ZoneOffset.UTC);
  }

  @Override
  public String name() {
    return ApiStream.SOURCE + "-" + stream.key().replace('/', '-') + "-" + id();
  }

  @Override
  public String source() {
    return ApiStream.SOURCE;
  }

  @Override
  public String type() {
    return stream.toString();
  }

  /** What the keys of a stream's manifests and landed objects have in common. */
  public static String series(ApiStream stream) {
    return ApiStream.SOURCE + "/" + stream.key();
  }

  @Override
  public String series() {
    return series(stream);
  }

  @Override
  public Instant from() {
    return begun;
  }

  @Override
  public Instant to() {
    return begun.plusMillis(1);
  }

  @Override
  public Instant eventsFrom() {
    return FIRST_EVENT;
  }

  @Override
  public String manifestKey() {
    return "_manifests/" + series() + "/" + id() + ".json";
  }

  @Override
  public String rejectedKey() {
    return "_rejected/" + series() + "/" + id() + ".parquet";
  }

  @Override
  public String landingPrefix() {
    return "_landing/" + series() + "/" + id();
  }

  /** Where all its pages lie when it has ended. */
  public String landedKey() {
    return landingPrefix() + ".json.gz";
  }

  /** Where a page lies until the sweep has ended; pages count from 1. */
  String pageKey(int page) {
    return String.format(Locale.ROOT, "%s/%06d.json.gz", landingPrefix(), page);
  }

  @Override
  public Optional<String> budget() {
    return Optional.of(BUDGET);
  }

  @Override
  public boolean landedInParts() {
    return true;
  }

  @Override
  public String timeText(Instant instant) {
    return instant.toString();
  }

  @Override
  public String spanText() {
    return "of " + begun;
  }
}
