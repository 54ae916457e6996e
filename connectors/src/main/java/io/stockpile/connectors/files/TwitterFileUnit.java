package io.stockpile.connectors.files;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.codec.Codec;
import io.stockpile.connectors.replay.units.MinuteRange;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of Twitter's records that a user has: some minutes of what a stream, a historical job or
 * a set of rules brought.
 *
 * @param label distinguishes files that cover the same minutes but have other records, for example
 *     of two historical jobs
 */
public record TwitterFileUnit(TwitterFileType fileType, String label, MinuteRange range)
    implements ArchiveUnit {
  /** The source's name in keys, manifests and options. */
  public static final String SOURCE = "twitter-files";

  /** The label of files for which none was given. */
  public static final String DEFAULT_LABEL = "default";

  private static final int LONGEST_LABEL = 60;
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?");
  private static final Pattern KEY =
      Pattern.compile(
          "_(?:manifests|landing)/"
              + SOURCE
              + "/(?<type>tweet|compliance)/(?<label>[^/]+)/(?<range>\\d{12}_\\d{12})\\.[a-z0-9.]+");

  public TwitterFileUnit {
    Objects.requireNonNull(fileType, "fileType");
    Objects.requireNonNull(range, "range");
    if (!isLabel(label)) {
      throw new IllegalArgumentException(
          "The label of files has up to "
              + LONGEST_LABEL
              + " letters, digits, dots, hyphens and underscores, and begins and ends with a"
              + " letter, digit or underscore; but it is '"
              + label
              + "'");
    }
  }

  /**
   * For example {@code twitter-files-tweet-default-201307010000_201307010010}. Hyphens of the label
   * are doubled, so that no two units have the same name.
   */
  @Override
  public String name() {
    return SOURCE + "-" + fileType.label() + "-" + label.replace("-", "--") + "-" + range.keyText();
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public String type() {
    return fileType.label();
  }

  /** For example {@code twitter-files/tweet/default}. */
  @Override
  public String series() {
    return SOURCE + "/" + fileType.label() + "/" + label;
  }

  @Override
  public Instant from() {
    return range.from();
  }

  @Override
  public Instant to() {
    return range.to();
  }

  @Override
  public String keyText() {
    return range.keyText();
  }

  @Override
  public String landingPrefix() {
    return "_landing/" + series() + "/" + keyText() + ".";
  }

  /**
   * The key of the file that is landed first, byte for byte as the user has it. Later ones have the
   * key of their {@link io.stockpile.connectors.Generation}.
   */
  public String landingKey(Codec codec) {
    return landingPrefix() + codec.ending().substring(1);
  }

  @Override
  public String timeText(Instant instant) {
    return Minutes.text(instant);
  }

  /**
   * The unit that the key of a manifest or of a landed object belongs to; empty when there is none.
   */
  public static Optional<TwitterFileUnit> ofKey(String key) {
    Matcher parts = KEY.matcher(key);
    return parts.matches() && isLabel(parts.group("label"))
        ? MinuteRange.ofKeyText(parts.group("range"))
            .map(range -> new TwitterFileUnit(type(parts), parts.group("label"), range))
        : Optional.empty();
  }

  private static TwitterFileType type(Matcher parts) {
    return TwitterFileType.valueOf(parts.group("type").toUpperCase(Locale.ROOT));
  }

  private static boolean isLabel(String text) {
    return text.length() <= LONGEST_LABEL && LABEL.matcher(text).matches();
  }
}
