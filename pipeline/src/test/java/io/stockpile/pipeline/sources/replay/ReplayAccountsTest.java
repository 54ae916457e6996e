package io.stockpile.pipeline.sources.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.attempts.ReplayAttempt;
import io.stockpile.connectors.replay.attempts.ReplayEnding;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteState;
import io.stockpile.pipeline.manifest.ReplayAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayAccountsTest {
  private static final Instant START = Instant.parse("2016-06-01T00:00:00Z");
  private static final MinuteRange RANGE = new MinuteRange(START, START.plusSeconds(600));

  private static ReplayAttempt attempt(int number) {
    return new ReplayAttempt(
        number, RANGE, START, new ReplayEnding.Disconnected(null, "closed"), Optional.empty());
  }

  private static LandedRange range(int requests, ReplayAttempt... attempts) {
    return new LandedRange(
        List.of(attempts), List.of(new MinuteState(RANGE, false, 1)), List.of(), requests);
  }

  @Test
  void rulesAreThoseOfTheRequestsThatWereMadeUnderThemAlone() {
    Optional<ReplayAccount.Rules> first = Optional.of(new ReplayAccount.Rules("one", 1));
    Optional<ReplayAccount.Rules> later = Optional.of(new ReplayAccount.Rules("other", 2));
    ReplayAccount before = ReplayAccounts.of(range(1, attempt(1)), Optional.empty(), first);

    // The second request was made by a process that was killed before it recorded the rules in
    // force.
    ReplayAccount account =
        ReplayAccounts.of(range(1, attempt(1), attempt(2), attempt(3)), Optional.of(before), later);

    assertThat(account.requests())
        .extracting(ReplayAccount.Request::rulesSha256)
        .containsExactly("one", "", "other");
    assertThat(account.rules()).isEqualTo(later);
    assertThat(account.warnings()).singleElement().asString().contains("rules changed");
  }
}
