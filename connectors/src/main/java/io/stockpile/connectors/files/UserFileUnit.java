package io.stockpile.connectors.files;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.replay.units.MinuteRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Finds the unit that a user's file is, by its name and by the options.
 *
 * @param kind the kind that the user gave; empty when the name says it
 * @param range the time that the user gave; empty when the name says it
 * @param label see {@link TwitterFileUnit#label}; not used for Firestream's files
 */
public record UserFileUnit(Optional<FileKind> kind, Optional<MinuteRange> range, String label) {

  /**
   * The unit.
   *
   * @param path the file's name, with or without its directories
   * @throws IllegalArgumentException when neither the name nor the user says the kind or the time,
   *     or when they contradict each other; the message says what to do
   */
  public ArchiveUnit of(String path) {
    TwitterFileName twitter = TwitterFileName.parse(path);
    Optional<FileKind> named = twitter.fileType().map(FileKind::of);
    if (!kind.or(() -> named).map(FileKind::isTwitters).orElse(false)) {
      return firestream(path);
    }
    requireSame(twitter.name(), kindNamed(path, named));
    TwitterFileType type = TwitterFileType.valueOf(kind.or(() -> named).orElseThrow().name());
    return new TwitterFileUnit(
        type,
        label,
        range
            .or(twitter::range)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The name of "
                            + twitter.name()
                            + " does not say which minutes it covers (as"
                            + " 20130701_0000_activities.json.gz does). Give them with"
                            + " --from=2013-07-01T00:00Z --to=2013-07-01T00:10Z, or a whole UTC day"
                            + " with --date=2013-07-01.")));
  }

  /**
   * The kind that a name says. A name with StockTwits contradicts a kind of Twitter's; a name with
   * activities does not.
   */
  private static Optional<FileKind> kindNamed(String path, Optional<FileKind> named) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return named.isPresent() || !name.contains("stocktwits")
        ? named
        : ImportedFileName.parse(name).fileType().map(FileKind::of);
  }

  private void requireSame(String name, Optional<FileKind> named) {
    if (kind.isPresent() && named.isPresent() && !kind.equals(named)) {
      throw new IllegalArgumentException(
          "The name of "
              + name
              + " says "
              + named.get().label()
              + ", but --fileType="
              + kind.get().label()
              + " was given. Leave --fileType away, or, if the name is wrong, rename the file.");
    }
  }

  private ArchiveUnit firestream(String path) {
    TwitterFileName twitter = TwitterFileName.parse(path);
    requireSame(twitter.name(), twitter.fileType().map(FileKind::of));
    ImportedFileName name = ImportedFileName.parse(path);
    requireSame(name.name(), name.fileType().map(FileKind::of));
    return name.unit(
        kind.map(word -> FileType.valueOf(word.name())), range.map(minutes -> days(minutes)));
  }

  private static ImportedFileName.Period days(MinuteRange minutes) {
    if (!isMidnight(minutes.from()) || !isMidnight(minutes.to())) {
      throw new IllegalArgumentException(
          "A file of Firestream's covers whole UTC days, but --from and --to say "
              + minutes
              + ". Give days, for example --from=2014-01-01 --to=2014-02-11.");
    }
    return new ImportedFileName.Period(day(minutes.from()), day(minutes.to()));
  }

  private static boolean isMidnight(Instant instant) {
    return instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
