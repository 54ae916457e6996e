package io.stockpile.connectors.replay.attempts;

import io.stockpile.connectors.replay.units.MinuteSet;
import io.stockpile.connectors.replay.units.MinuteState;
import java.io.Serializable;
import java.util.List;

/**
 * What the archive holds of one unit after its attempts.
 *
 * @param attempts all attempts that were ever made, in order; what they landed is derived together
 * @param minutes the state of every minute
 * @param warnings counts that do not agree, for messages
 * @param requests how many requests this landing made
 */
public record LandedRange(
    List<ReplayAttempt> attempts, List<MinuteState> minutes, List<String> warnings, int requests)
    implements Serializable {

  public LandedRange {
    attempts = List.copyOf(attempts);
    minutes = List.copyOf(minutes);
    warnings = List.copyOf(warnings);
  }

  /** The answers to derive from, in order: those whose bytes are undamaged. */
  public List<LandedAttempt> derivable() {
    return attempts.stream()
        .flatMap(attempt -> attempt.landed().stream())
        .filter(LandedAttempt::trusted)
        .toList();
  }

  /** The minutes that are missing. */
  public MinuteSet missing() {
    MinuteSet missing = MinuteSet.empty();
    for (MinuteState state : minutes) {
      missing = state.complete() ? missing : missing.union(MinuteSet.of(state.range()));
    }
    return missing;
  }

  public static LandedRange of(RangeCoverage repair, List<ReplayAttempt> attempts, int requests) {
    return new LandedRange(attempts, repair.minutes(), repair.warnings(), requests);
  }
}
