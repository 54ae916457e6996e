package io.stockpile.connectors.replay.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.replay.attempts.ReplayEnding.Completed;
import io.stockpile.connectors.replay.attempts.ReplayEnding.CompletedWithErrors;
import io.stockpile.connectors.replay.attempts.ReplayEnding.FailedToComplete;
import io.stockpile.connectors.replay.lines.ControlLine;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InfoParserTest {
  private static final MinuteRange RANGE =
      new MinuteRange(Instant.parse("2013-02-20T00:00:00Z"), Instant.parse("2013-02-20T02:00:00Z"));

  @Test
  void completedIsRead() {
    ReplayEnding ending =
        parse(
                "{\"info\":{\"message\":\"Replay Request Completed\",\"sent\":"
                    + "\"2016-05-27T22:15:50+00:00\",\"activity_count\":8874}}")
            .orElseThrow();

    assertThat(ending).isInstanceOf(Completed.class);
    assertThat(ending.activityCount()).hasValue(8874);
    assertThat(ending.sent()).contains(Instant.parse("2016-05-27T22:15:50Z"));
  }

  @Test
  void failedMinutesAreRead() {
    assertThat(
            parse(
                "{\"info\":{\"message\":\"Replay Request Completed with Errors\",\"sent\":\"x\","
                    + "\"activity_count\":56333,\"minutes_failed\":["
                    + "\"2013-02-20T00:05:00+00:00\",\"2013-02-20T00:06:00+00:00\"]}}"))
        .get()
        .isInstanceOfSatisfying(
            CompletedWithErrors.class,
            ending ->
                assertThat(ending.failed())
                    .isEqualTo(
                        MinuteSet.ofMinutes(
                            List.of(
                                Instant.parse("2013-02-20T00:05:00Z"),
                                Instant.parse("2013-02-20T00:06:00Z")))));
  }

  @Test
  void unprocessedRangeIsRead() {
    assertThat(
            parse(
                "{\"info\":{\"message\":\"Replay Request Failed to Complete\",\"activity_count\":1,"
                    + "\"unprocessed_range\":{\"fromDate\":\"2013-02-20T01:00:00+00:00\","
                    + "\"toDate\":\"2013-02-20T02:00:00+00:00\"}}}"))
        .get()
        .isInstanceOfSatisfying(
            FailedToComplete.class,
            ending ->
                assertThat(ending.unprocessed().ranges())
                    .containsExactly(
                        new MinuteRange(Instant.parse("2013-02-20T01:00:00Z"), RANGE.to())));
  }

  @Test
  void onlyTheWholeMessageCounts() {
    for (String message :
        List.of(
            "Replay Request Completed!",
            "Replay Request",
            "replay request completed",
            "Replay Request Completed with Errors?",
            "Recovery Request Completed")) {
      assertThat(parse("{\"info\":{\"message\":\"" + message + "\",\"activity_count\":1}}"))
          .isEmpty();
    }
    assertThat(parse("{\"warn\":{\"message\":\"Replay Request Completed\"}}")).isEmpty();
  }

  @Test
  void minutesThatCannotBeUnderstoodMakeTheWholeRequestMissing() {
    for (String detail :
        List.of(
            "",
            ",\"minutes_failed\":[]",
            ",\"minutes_failed\":[\"yesterday\"]",
            ",\"minutes_failed\":\"2013-02-20T00:05:00+00:00\"",
            ",\"minutes_failed\":[\"2012-02-20T00:05:00+00:00\"]")) {
      assertThat(
              parse(
                  "{\"info\":{\"message\":\"Replay Request Completed with Errors\""
                      + detail
                      + "}}"))
          .get()
          .isInstanceOfSatisfying(
              CompletedWithErrors.class,
              ending -> assertThat(ending.failed()).isEqualTo(MinuteSet.of(RANGE)));
    }
  }

  @Test
  void completionThatNamesFailedMinutesIsNone() {
    assertThat(
            parse(
                "{\"info\":{\"message\":\"Replay Request Completed\",\"activity_count\":1,"
                    + "\"minutes_failed\":[\"2013-02-20T00:05:00+00:00\"]}}"))
        .get()
        .isInstanceOf(CompletedWithErrors.class);
    assertThat(
            parse(
                "{\"info\":{\"message\":\"Replay Request Completed\",\"activity_count\":1,"
                    + "\"minutes_failed\":\"2013-02-20T00:05:00+00:00\"}}"))
        .get()
        .isInstanceOfSatisfying(
            CompletedWithErrors.class,
            ending -> assertThat(ending.failed()).isEqualTo(MinuteSet.of(RANGE)));
    for (String none : List.of("[]", "null")) {
      assertThat(
              parse(
                  "{\"info\":{\"message\":\"Replay Request Completed\",\"minutes_failed\":"
                      + none
                      + ",\"unprocessed_range\":null}}"))
          .get()
          .isInstanceOf(Completed.class);
    }
  }

  @Test
  void linesWithMoreThanOneMemberAreNoControlLines() {
    byte[] line = "{\"info\":{},\"id\":1}".getBytes(StandardCharsets.UTF_8);

    assertThat(ControlLine.parse(line, 0, line.length)).isEmpty();
  }

  private static Optional<ReplayEnding> parse(String json) {
    byte[] line = json.getBytes(StandardCharsets.UTF_8);
    return new InfoParser(RANGE).ending(ControlLine.parse(line, 0, line.length).orElseThrow());
  }
}
