package io.stockpile.connectors.replay.units;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Minutes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One span of minutes of one Replay stream. */
public record ReplayUnit(ReplayStream stream, MinuteRange range) implements ArchiveUnit {
  private static final String MANIFESTS = "_manifests/replay/";
  private static final String LANDING = "_landing/replay/";
  private static final String REJECTED = "_rejected/replay/";

  private static final String[] NO_WORDS = {};

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
  public String manifestKey() {
    return manifestPrefix(stream) + range.keyText() + ".json";
  }

  @Override
  public String rejectedKey() {
    return REJECTED + stream.keyText() + "/" + range.keyText() + ".parquet";
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
    return landingPrefix(stream) + range.keyText() + "/";
  }

  /** The prefix of the keys of everything that was landed for a stream. */
  public static String landingPrefix(ReplayStream stream) {
    return LANDING + stream.keyText() + "/";
  }

  /** The prefix of the keys of all manifests of a stream. */
  public static String manifestPrefix(ReplayStream stream) {
    return MANIFESTS + stream.keyText() + "/";
  }

  /**
   * The unit that the key of a manifest or of a landed object belongs to; empty when there is none.
   */
  public static Optional<ReplayUnit> ofKey(String key) {
    for (String root : new String[] {MANIFESTS, LANDING}) {
      String[] words = key.startsWith(root) ? key.substring(root.length()).split("/", 4) : NO_WORDS;
      if (words.length == 4) {
        return ReplayStream.ofSeries("replay/" + words[0] + "/" + words[1] + "/" + words[2])
            .flatMap(stream -> ofKey(stream, key));
      }
    }
    return Optional.empty();
  }

  /** The unit of the stream that a key belongs to; empty when there is none. */
  public static Optional<ReplayUnit> ofKey(ReplayStream stream, String key) {
    for (String prefix : new String[] {manifestPrefix(stream), landingPrefix(stream)}) {
      if (key.startsWith(prefix)) {
        String rest = key.substring(prefix.length());
        String range = rest.replaceFirst("(?:\\.json|/.*)$", "");
        try {
          return Optional.of(new ReplayUnit(stream, MinuteRange.parseKeyText(range)));
        } catch (DateTimeException | IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
