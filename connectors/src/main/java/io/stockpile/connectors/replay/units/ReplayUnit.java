package io.stockpile.connectors.replay.units;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Minutes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One span of minutes of one Replay stream. */
public record ReplayUnit(ReplayStream stream, MinuteRange range) implements ArchiveUnit {
  private static final Pattern KEY =
      Pattern.compile(
          "_(?:manifests|landing)/(?<series>replay/[^/]+/[^/]+/[^/]+)/(?<range>[^/]+?)(?:\\.json|/.*)?");

  public ReplayUnit {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(range, "range");
  }

  /** For example {@code replay-powertrack-acme-prod-201606010000_201606010200}. */
  @Override
  public String name() {
    return "replay-" + stream.nameText() + "-" + range.keyText();
  }

  @Override
  public String source() {
    return "replay";
  }

  @Override
  public String type() {
    return stream.type().label();
  }

  @Override
  public String series() {
    return stream.series();
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

  /** The requests of an account are counted together, whatever the stream. */
  @Override
  public Optional<String> budget() {
    return Optional.of("replay/" + stream.account());
  }

  @Override
  public boolean landedInParts() {
    return true;
  }

  @Override
  public String timeText(Instant instant) {
    return Minutes.text(instant);
  }

  /** The key of one request's answer, byte for byte as it was sent. */
  public String landingKey(int attempt) {
    return landingPrefix() + attempt + ".json.gz";
  }

  /** The key of the record of one request and its end. */
  public String attemptKey(int attempt) {
    return landingPrefix() + attempt + ".json";
  }

  @Override
  public String landingPrefix() {
    return landingPrefix(stream) + keyText() + "/";
  }

  /** The prefix of the keys of everything that was landed for a stream. */
  public static String landingPrefix(ReplayStream stream) {
    return "_landing/" + stream.series() + "/";
  }

  /** The prefix of the keys of all manifests of a stream. */
  public static String manifestPrefix(ReplayStream stream) {
    return "_manifests/" + stream.series() + "/";
  }

  /**
   * The unit that the key of a manifest or of a landed object belongs to; empty when there is none.
   */
  public static Optional<ReplayUnit> ofKey(String key) {
    Matcher parts = KEY.matcher(key);
    return parts.matches()
        ? ReplayStream.ofSeries(parts.group("series"))
            .flatMap(
                stream ->
                    MinuteRange.ofKeyText(parts.group("range"))
                        .map(range -> new ReplayUnit(stream, range)))
        : Optional.empty();
  }

  /** The unit of the stream that a key belongs to; empty when there is none. */
  public static Optional<ReplayUnit> ofKey(ReplayStream stream, String key) {
    return ofKey(key).filter(unit -> unit.stream().equals(stream));
  }
}
