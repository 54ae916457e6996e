package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.replay.attempts.LandedAttempt;
import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.attempts.ReplayAttempt;
import io.stockpile.connectors.replay.units.MinuteState;
import io.stockpile.pipeline.manifest.ReplayAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes a manifest's account of a Replay range. */
final class ReplayAccounts {
  private ReplayAccounts() {}

  /**
   * The account of a range.
   *
   * @param before the account that this one replaces
   * @param rules the PowerTrack rules that were in force when the requests of this time were made
   */
  static ReplayAccount of(
      LandedRange range, Optional<ReplayAccount> before, Optional<ReplayAccount.Rules> rules) {
    Map<Integer, String> rulesBefore = new HashMap<>();
    before.ifPresent(
        account ->
            account
                .requests()
                .forEach(request -> rulesBefore.put(request.attempt(), request.rulesSha256())));
    List<ReplayAccount.Request> requests = new ArrayList<>();
    int former = range.attempts().size() - range.requests();
    for (ReplayAttempt attempt : range.attempts()) {
      boolean isNew = requests.size() >= former;
      String now = isNew ? rules.map(ReplayAccount.Rules::sha256).orElse("") : "";
      requests.add(request(attempt, rulesBefore.getOrDefault(attempt.attempt(), now)));
    }
    List<String> warnings = new ArrayList<>(range.warnings());
    if (changed(requests)) {
      warnings.add(
          "The PowerTrack rules changed between the requests, so not every minute was filtered by"
              + " the same ones: see rules_sha256 of each request.");
    }
    ReplayAccount.Rules known = rules.or(() -> before.flatMap(ReplayAccount::rules)).orElse(null);
    return new ReplayAccount(requests, minutes(range), warnings, known);
  }

  /** The state of every minute of a range. */
  static List<ReplayAccount.Minutes> minutes(LandedRange range) {
    List<ReplayAccount.Minutes> minutes = new ArrayList<>();
    for (MinuteState state : range.minutes()) {
      minutes.add(
          new ReplayAccount.Minutes(
              state.range().from(), state.range().to(), state.complete(), state.attempts()));
    }
    return List.copyOf(minutes);
  }

  private static ReplayAccount.Request request(ReplayAttempt attempt, String rulesSha256) {
    OptionalLong count = attempt.ending().activityCount();
    return new ReplayAccount.Request(
        attempt.attempt(),
        attempt.requested().from(),
        attempt.requested().to(),
        attempt.ending().label(),
        count.isPresent() ? (Long) count.getAsLong() : null,
        attempt.received(),
        attempt.ending().sent().orElse(attempt.requestedAt()),
        rulesSha256,
        attempt.landed().map(LandedAttempt::messages).orElse(List.of()));
  }

  private static boolean changed(List<ReplayAccount.Request> requests) {
    Set<String> rules = new HashSet<>();
    for (ReplayAccount.Request request : requests) {
      if (!request.rulesSha256().isEmpty()) {
        rules.add(request.rulesSha256());
      }
    }
    return rules.size() > 1;
  }

  /** The number of the first attempt in an account. */
  static int firstAttempt(ReplayAccount account) {
    return account.requests().stream().mapToInt(ReplayAccount.Request::attempt).min().orElse(1);
  }

  /** Whether an account has all attempts of a range. */
  static boolean knows(ReplayAccount account, LandedRange range) {
    Set<Integer> known = new HashSet<>();
    account.requests().forEach(request -> known.add(request.attempt()));
    return range.attempts().stream().allMatch(attempt -> known.contains(attempt.attempt()));
  }
}
