package io.stockpile.connectors.replay.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.gzip.GzipEnding;
import io.stockpile.connectors.json.GoldenFile;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Completed;
import io.stockpile.connectors.replay.attempts.ReplayEnding.CompletedWithErrors;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Disconnected;
import io.stockpile.connectors.replay.attempts.ReplayEnding.FailedToComplete;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Refused;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Statement;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenAttemptTest {
  private static final String KEY =
      "_landing/replay/powertrack/acme/prod/201606010000_201606010200/1.json";
  private static final Instant START = Instant.parse("2016-06-01T00:00:00Z");
  private static final AttemptRecord OPEN =
      new AttemptRecord(
          1,
          minutes(0, 120),
          Instant.parse("2016-06-06T12:00:00.123456789Z"),
          new AttemptOwner("host-1.example", 4242, Instant.parse("2016-06-06T11:59:00Z")),
          Optional.empty());
  private static final Statement STATED =
      Statement.of(OptionalLong.of(8874), Optional.of(Instant.parse("2016-06-06T12:03:04Z")));
  private static final Statement SILENT = Statement.of(OptionalLong.empty(), Optional.empty());

  private static MinuteRange minutes(int from, int to) {
    return new MinuteRange(START.plusSeconds(60L * from), START.plusSeconds(60L * to));
  }

  private static MinuteSet set(MinuteRange... ranges) {
    MinuteSet set = MinuteSet.empty();
    for (MinuteRange range : ranges) {
      set = set.union(MinuteSet.of(range));
    }
    return set;
  }

  private static Optional<LandedAttempt> landed(GzipEnding ending, String... messages) {
    return Optional.of(
        new LandedAttempt(
            KEY.replace(".json", ".json.gz"),
            5_000_000_000L,
            "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
            60_000_000_000L,
            3,
            ending,
            8900,
            25,
            1,
            List.of(messages)));
  }

  static Stream<Arguments> attempts() {
    return Stream.of(
        Arguments.of("open", OPEN),
        Arguments.of(
            "completed",
            OPEN.ended(
                new Completed(STATED),
                landed(
                    GzipEnding.WHOLE,
                    "{\"info\":{\"message\":\"Replay Request"
                        + " Completed\",\"activity_count\":8874}}"))),
        Arguments.of(
            "completed-with-errors",
            OPEN.ended(
                new CompletedWithErrors(set(minutes(3, 4), minutes(70, 80)), STATED),
                landed(GzipEnding.CUT, "{\"warn\":\"zwölf \\u0001\"}", "{\"info\":\"“quoted”\"}"))),
        Arguments.of(
            "failed-to-complete",
            OPEN.ended(
                new FailedToComplete(set(minutes(0, 120)), SILENT), landed(GzipEnding.WHOLE))),
        Arguments.of(
            "disconnected",
            OPEN.ended(
                new Disconnected(
                    minutes(90, 91).from(), set(minutes(7, 9)), "The connection was reset"),
                landed(GzipEnding.DAMAGED))),
        Arguments.of(
            "disconnected-at-once",
            OPEN.ended(new Disconnected(null, "No byte came"), Optional.empty())),
        Arguments.of(
            "refused", OPEN.ended(new Refused(406, "Invalid \"date\""), Optional.empty())));
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void everyEndingIsWrittenAndReadAsEver(String name, AttemptRecord attempt) throws IOException {
    String file = "attempt-" + name + ".json";

    GoldenFile.hold(file, AttemptJson.write(attempt));
    assertThat(AttemptJson.read(KEY, GoldenFile.read(file))).isEqualTo(attempt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : 1 | \"version\" : 2 | version is not 1",
        "\"host\" : \"host-1.example\", | | 'host' is missing",
        "\"sha256\" : | \"sha512\" : | 'sha256' is missing",
        "\"outcome\" : \"completed_with_errors\" | \"outcome\" : \"ok\" | its outcome is 'ok'",
        "2016-06-01T00:03Z | soon | is no time",
      })
  void aBrokenRecordIsRefusedWithItsNameAndWhatToDo(String found, String put, String reason)
      throws IOException {
    String golden = GoldenFile.text("attempt-completed-with-errors.json");
    assertThat(golden).contains(found);
    byte[] broken = golden.replace(found, put == null ? "" : put).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> AttemptJson.read(KEY, broken))
        .isInstanceOf(BrokenAttemptException.class)
        .hasMessageStartingWith(KEY + " is no record of an attempt (")
        .hasMessageContaining(reason)
        .hasMessageContaining("Remove it together with what lies beside it");
  }

  @Test
  void whatIsNoJsonIsRefused() throws IOException {
    byte[] golden = GoldenFile.read("attempt-completed.json");
    for (byte[] broken :
        List.of(
            new byte[0],
            "[]".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(golden, golden.length / 2))) {
      assertThatThrownBy(() -> AttemptJson.read(KEY, broken))
          .isInstanceOf(BrokenAttemptException.class)
          .hasMessageStartingWith(KEY);
    }
  }

  @Test
  void membersThatANewerWriterAddsArePassedOver() throws IOException {
    String golden = GoldenFile.text("attempt-open.json");
    String newer = golden.replace("\"owner\"", "\"later\" : [ 1 ],\n  \"owner\"");

    assertThat(AttemptJson.read(KEY, newer.getBytes(StandardCharsets.UTF_8))).isEqualTo(OPEN);
  }
}
