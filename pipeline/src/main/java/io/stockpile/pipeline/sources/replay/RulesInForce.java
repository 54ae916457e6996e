package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.connectors.rules.RuleSet;
import io.stockpile.connectors.rules.RulesClient;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.text.Failures;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up which PowerTrack rules are in force before a request is made; once for each stream.
 * Thread-safe.
 */
final class RulesInForce {
  private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

  private final ReplayAccess settings;
  private final Surroundings surroundings;
  private final Map<ReplayStream, Seen> seen = new HashMap<>();

  RulesInForce(ReplayAccess settings, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
  }

  /**
   * The rules of a stream, as far as they could be read.
   *
   * @param rules empty when streams of its type have no rules, or when they could not be read
   * @param trouble why they could not be read, for messages; otherwise empty
   */
  record Seen(Optional<ReplayAccount.Rules> rules, String trouble) {
    static final Seen NOT_LOOKED = new Seen(Optional.empty(), "");

    /** Whether the stream's set of rules is empty, so that a request would bring nothing. */
    boolean none() {
      return rules.filter(known -> known.count() == 0).isPresent();
    }
  }

  /** The rules of a stream as they were at the first call for it. */
  synchronized Seen of(ReplayStream stream) throws InterruptedException {
    if (stream.type() != StreamType.POWERTRACK) {
      return Seen.NOT_LOOKED;
    }
    Seen known = seen.get(stream);
    if (known == null) {
      known = look(stream);
      seen.put(stream, known);
    }
    return known;
  }

  private Seen look(ReplayStream stream) throws InterruptedException {
    try (RulesClient client = new RulesClient(settings.rules(stream), surroundings)) {
      RuleSet inForce = client.list();
      String trouble =
          inForce.isEmpty()
              ? stream
                  + " has no rules, so Replay would send nothing, and the request would be spent."
                  + " Add some first: rules sync FILE."
              : "";
      return new Seen(
          Optional.of(new ReplayAccount.Rules(inForce.sha256(), inForce.size())), trouble);
    } catch (IOException e) {
      LOG.warn(
          "The rules of {} cannot be read, so the manifests will not say which were in force: {}",
          stream,
          Failures.inOneLine(e));
      return Seen.NOT_LOOKED;
    }
  }
}
