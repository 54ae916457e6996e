package io.stockpile.connectors.firestream;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.codec.Codec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One Firestream backup file: a type and a half-open range of UTC days. The service's own files
 * cover one day; files that users kept cover a month, a year or another range.
 *
 * @param firstDay the first UTC day
 * @param endDay the first UTC day after the range
 */
public record FirestreamUnit(FileType fileType, LocalDate firstDay, LocalDate endDay)
    implements ArchiveUnit {
  private static final List<String> LANDED_ENDINGS =
      Stream.of(Codec.values()).map(FirestreamUnit::ending).distinct().toList();

  public FirestreamUnit {
    if (!firstDay.isBefore(endDay)) {
      throw new IllegalArgumentException(
          "A unit covers at least one day, but it begins on "
              + firstDay
              + " and ends before "
              + endDay);
    }
  }

  /** The unit of one day; the service has only such units. */
  public static FirestreamUnit ofDay(FileType fileType, LocalDate day) {
    return new FirestreamUnit(fileType, day, day.plusDays(1));
  }

  /**
   * {@code 2016-12-05} for a day, {@code 2019-05} for a month, {@code 2014} for a year, else {@code
   * FIRST_END}.
   */
  public String label() {
    if (endDay.equals(firstDay.plusDays(1))) {
      return firstDay.toString();
    }
    if (firstDay.getDayOfMonth() == 1 && endDay.equals(firstDay.plusMonths(1))) {
      return firstDay.toString().substring(0, 7);
    }
    if (firstDay.getDayOfYear() == 1 && endDay.equals(firstDay.plusYears(1))) {
      return firstDay.toString().substring(0, 4);
    }
    return firstDay + "_" + endDay;
  }

  /**
   * The unit with this {@link #label}; empty when it is not a label.
   *
   * @param label for example {@code 2016-12-05}, as the files of an archive are named
   */
  public static Optional<FirestreamUnit> ofLabel(FileType fileType, String label) {
    try {
      return days(fileType, label).filter(unit -> unit.label().equals(label));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<FirestreamUnit> days(FileType fileType, String label) {
    int parting = label.indexOf('_');
    if (parting >= 0) {
      LocalDate first = LocalDate.parse(label.substring(0, parting));
      LocalDate end = LocalDate.parse(label.substring(parting + 1));
      return Optional.of(new FirestreamUnit(fileType, first, end));
    }
    return switch (label.length()) {
      case 4 -> {
        LocalDate first = LocalDate.parse(label + "-01-01");
        yield Optional.of(new FirestreamUnit(fileType, first, first.plusYears(1)));
      }
      case 7 -> {
        LocalDate first = LocalDate.parse(label + "-01");
        yield Optional.of(new FirestreamUnit(fileType, first, first.plusMonths(1)));
      }
      default -> Optional.of(ofDay(fileType, LocalDate.parse(label)));
    };
  }

  @Override
  public String name() {
    return "firestream-" + fileType.label() + "-" + label();
  }

  @Override
  public String source() {
    return "firestream";
  }

  @Override
  public String type() {
    return fileType.label();
  }

  @Override
  public String series() {
    return series(fileType);
  }

  /** The series of all units of a type. */
  public static String series(FileType fileType) {
    return "firestream/" + fileType.label();
  }

  @Override
  public Instant from() {
    return firstDay.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public Instant to() {
    return endDay.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public String keyText() {
    return label();
  }

  @Override
  public String landingPrefix() {
    return Generation.prefixOf(landingKey());
  }

  @Override
  public String timeText(Instant instant) {
    return dayText(instant);
  }

  @Override
  public String spanText() {
    boolean day = endDay.equals(firstDay.plusDays(1));
    return day ? firstDay.toString() : ArchiveUnit.super.spanText();
  }

  /** The UTC day of an instant, for example {@code 2016-12-05}. */
  public static String dayText(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  /**
   * The unit that the key of a manifest or of a landed object belongs to; empty when there is none.
   */
  public static Optional<FirestreamUnit> ofKey(String key) {
    return Arrays.stream(FileType.values())
        .flatMap(
            type ->
                Stream.concat(
                    ofKey(type, key, "_manifests/", ".json").stream(),
                    LANDED_ENDINGS.stream()
                        .flatMap(ending -> ofKey(type, key, "_landing/", ending).stream())))
        .findFirst();
  }

  private static Optional<FirestreamUnit> ofKey(
      FileType type, String key, String root, String ending) {
    String prefix = root + series(type) + "/";
    boolean fits = key.startsWith(prefix) && key.endsWith(ending);
    if (!fits || key.length() < prefix.length() + ending.length()) {
      return Optional.empty();
    }
    String label = key.substring(prefix.length(), key.length() - ending.length());
    return ofLabel(type, LANDED_ENDINGS.contains(ending) ? Generation.withoutNumber(label) : label);
  }

  /**
   * The key of the file that is landed first, exactly as the service sent it. Later ones have the
   * key of their {@link Generation}.
   */
  public String landingKey() {
    return "_landing/" + series() + "/" + label() + ".gz";
  }

  /**
   * The key of a file of the user that replaces the service's. With gzip, or without compression,
   * it is that of the service's file.
   */
  public String landingKey(Codec codec) {
    return landingPrefix() + ending(codec).substring(1);
  }

  private static String ending(Codec codec) {
    return (codec == Codec.PLAIN ? Codec.GZIP : codec).ending();
  }
}
