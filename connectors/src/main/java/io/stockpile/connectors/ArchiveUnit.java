package io.stockpile.connectors;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * The smallest thing that is fetched, accounted for and replaced as one. All names in the archive
 * depend only on these values, so a repeated run writes the same names. Implementations are
 * immutable values.
 */
public interface ArchiveUnit extends Serializable {
  /**
   * Unique in the archive and fit for a file name, for example {@code
   * firestream-message-2016-12-05}.
   */
  String name();

  /** The word for the source in keys, manifests and options, for example {@code replay}. */
  String source();

  /** What kind of file or stream of the service, for example {@code message}. */
  String type();

  /**
   * The series that the unit is a span of, for example {@code firestream/message} or {@code
   * replay/powertrack/acme/prod}: no instant of a series belongs to two units. The keys of all
   * manifests of a series lie below it.
   */
  String series();

  /** The first instant that the unit covers. */
  Instant from();

  /** The first instant after those that it covers. */
  Instant to();

  /**
   * The earliest time that its records are expected to have, apart from the skew that deriving
   * allows. For most sources it is the unit's own beginning.
   */
  default Instant eventsFrom() {
    return from();
  }

  /**
   * The last part of its keys, which distinguishes it from the other units of its series: {@code
   * 2016-12-05}. Fit for a file name.
   */
  String keyText();

  /** The manifest's key, for example {@code _manifests/firestream/message/2016-12-05.json}. */
  default String manifestKey() {
    return "_manifests/" + series() + "/" + keyText() + ".json";
  }

  /**
   * The key of the rejected lines of the first {@link Generation}, for example {@code
   * _rejected/firestream/message/2016-12-05.parquet}.
   */
  default String rejectedKey() {
    return "_rejected/" + series() + "/" + keyText() + ".parquet";
  }

  /**
   * The prefix that the keys of all its landed objects have, and no other keys, for example {@code
   * _landing/firestream/message/2016-12-05.}.
   */
  String landingPrefix();

  /**
   * The budget that the requests for landing it count against, for example {@code replay/acme}.
   * Units with the same budget are landed by one worker, one after the other. Empty for a source
   * that counts no requests.
   */
  default Optional<String> budget() {
    return Optional.empty();
  }

  /** Whether it is landed as several objects, of which some may exist while others are missing. */
  default boolean landedInParts() {
    return false;
  }

  /** An instant as messages about such units write it: a day, or a minute. */
  String timeText(Instant instant);

  /** What the unit covers, as messages write it: {@code 2016-12-05}, or {@code FROM to TO}. */
  default String spanText() {
    return timeText(from()) + " to " + timeText(to());
  }
}
