package io.stockpile.pipeline.erase.tombstones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.pipeline.erase.text.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedIdsTest {
  private static final Instant NOW = Instant.parse("2016-12-06T00:00:00Z");

  @Test
  void readsALineForEachId() {
    List<TombstoneEvent> events =
        RequestedIds.parse(
            "ids",
            List.of(
                "# asked for by letter",
                "message 123",
                "",
                "stocktwits-user 45 # twice",
                "tweet\t9223372036854775807",
                "twitter-user 9"),
            NOW);

    assertThat(events)
        .extracting(TombstoneEvent::kind, TombstoneEvent::id)
        .containsExactlyElementsOf(
            Stream.of(
                    org.assertj.core.groups.Tuple.tuple(Reason.Kind.MESSAGE, 123L),
                    org.assertj.core.groups.Tuple.tuple(Reason.Kind.STOCKTWITS_USER, 45L),
                    org.assertj.core.groups.Tuple.tuple(Reason.Kind.TWEET, Long.MAX_VALUE),
                    org.assertj.core.groups.Tuple.tuple(Reason.Kind.TWITTER_USER, 9L))
                .toList());
    assertThat(events).allMatch(event -> event.cause() == Cause.ASKED && !event.reversal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123",
        "message",
        "message abc",
        "message -1",
        "message 1 2",
        "places 5",
        "message 9223372036854775808",
        "message ١٢"
      })
  void namesALineThatIsNone(String line) {
    assertThatThrownBy(() -> RequestedIds.parse("ids.txt", List.of("tweet 1", line), NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2 of ids.txt")
        .hasMessageContaining("'message 123'");
  }
}
