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
 * A sweep: consecutive pages of one stream, from some page back. It is named after the millisecond
 * in which it was begun.
 *
 * @param begun when the sweep was begun, in whole milliseconds
 */
public record SweepUnit(ApiStream stream, Instant begun) implements ArchiveUnit {
  /** The budget of all streams, because they share the requests of one token. */
  public static final String BUDGET = ApiStream.SOURCE;

  /** The API shows nothing that is older than StockTwits. */
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

  /**
   * The sweep that the key of a manifest or of a landed object belongs to; empty for other keys.
   */
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

  /** The id of the sweep among those of its stream, for example {@code 20261127T090000000Z}. */
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
   * @param id an id as {@link #id()} returns it
   * @throws DateTimeException when it is not such an id
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

  /** The series of a stream's sweeps. */
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
  public String keyText() {
    return id();
  }

  @Override
  public String landingPrefix() {
    return "_landing/" + series() + "/" + id();
  }

  /** The key of all its pages when it has ended. */
  public String landedKey() {
    return landingPrefix() + ".json.gz";
  }

  /** The key of a page until the sweep has ended; pages are counted from 1. */
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
