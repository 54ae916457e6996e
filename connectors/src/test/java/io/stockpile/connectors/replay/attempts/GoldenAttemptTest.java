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

    GoldenFile.hold(file, AttemptFile.write(attempt));
    assertThat(AttemptFile.read(KEY, GoldenFile.read(file))).isEqualTo(attempt);
  }

  @Test
  void endingsThatSayLessAreReadAsTheyWereWritten() throws IOException {
    for (ReplayEnding ending :
        List.of(
            new Completed(SILENT),
            new CompletedWithErrors(set(minutes(1, 2), minutes(5, 6)), SILENT),
            new FailedToComplete(set(minutes(1, 2)), STATED),
            new Disconnected(minutes(3, 4).from(), "cut"),
            new Refused(503, ""))) {
      AttemptRecord attempt = OPEN.ended(ending, Optional.empty());

      assertThat(AttemptFile.read(KEY, AttemptFile.write(attempt))).isEqualTo(attempt);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : 1 | \"version\" : 2 | (it has version 2 and this program knows version 1",
        "\"host\" : \"host-1.example\", | | (its field 'owner.host' should be a text, but it is"
            + " missing)",
        "\"pid\" : 4242 | \"pid\" : \"4242\" | (its field 'owner.pid' should be a whole number, but"
            + " it is \"4242\")",
        "\"lines\" : 8900 | \"lines\" : 8900.5 | (its field 'landed.lines' should be a whole"
            + " number, but it is 8900.5)",
        "\"sha256\" : | \"sha512\" : | (its field 'landed.sha256' should be a text, but it is"
            + " missing)",
        "\"cut\" | \"torn\" | (its field 'landed.gzip_ending' should be one of whole, cut, damaged,"
            + " but it is \"torn\")",
        "\"missing\" : | \"lost\" : | (its field 'missing' is missing, but its outcome is"
            + " 'completed_with_errors')",
        "\"outcome\" : \"completed_with_errors\" | \"outcome\" : \"ok\" | its outcome is 'ok'",
        "2016-06-01T00:03Z | soon | (its field 'missing[0].from' should be a UTC minute such as"
            + " 2016-06-01T00:00Z, but it is \"soon\")",
        "2016-06-01T00:04Z | 2016-06-01T00:03Z | (A range has at least one minute",
      })
  void aBrokenRecordIsRefusedWithItsNameAndWhatToDo(String found, String put, String reason)
      throws IOException {
    String golden = GoldenFile.text("attempt-completed-with-errors.json");
    assertThat(golden).contains(found);
    byte[] broken = golden.replace(found, put == null ? "" : put).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> AttemptFile.read(KEY, broken))
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
      assertThatThrownBy(() -> AttemptFile.read(KEY, broken))
          .isInstanceOf(BrokenAttemptException.class)
          .hasMessageStartingWith(KEY);
    }
  }

  @Test
  void membersThatANewerWriterAddsArePassedOver() throws IOException {
    String golden = GoldenFile.text("attempt-open.json");
    String newer = golden.replace("\"owner\"", "\"later\" : [ 1 ],\n  \"owner\"");

    assertThat(AttemptFile.read(KEY, newer.getBytes(StandardCharsets.UTF_8))).isEqualTo(OPEN);
  }
}
