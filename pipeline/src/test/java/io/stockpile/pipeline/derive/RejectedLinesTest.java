package io.stockpile.pipeline.derive;

import static io.stockpile.pipeline.derive.DerivingArchive.KEY;
import static io.stockpile.pipeline.derive.DerivingArchive.UNIT;
import static io.stockpile.pipeline.derive.DerivingArchive.gzip;
import static io.stockpile.pipeline.derive.DerivingArchive.text;
import static io.stockpile.pipeline.derive.SampleLines.bare;
import static io.stockpile.pipeline.derive.SampleLines.destroyed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.parquet.WriterSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines are rejected, and what is said about them. */
class RejectedLinesTest {
  @TempDir Path directory;
  private DerivingArchive archive;

  @BeforeEach
  void openArchive() throws IOException {
    archive = new DerivingArchive(directory);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          {"id":1                                                                   | malformed_json
          {"object":"Message","action":"create","data":{"id":1}} {}                 | malformed_json
          [1]                                                                       | not_an_object
          "text"                                                                    | not_an_object
          {}                                                                        | unknown_shape
          {"a":1}                                                                   | unknown_shape
          {"object":"Message","action":"create"}                                    | unknown_shape
          {"object":"Message","action":"create","data":[]}                          | unknown_shape
          {"object":"Message","action":"create","data":null}                        | unknown_shape
          {"object":{},"action":"create","data":{}}                                 | unknown_shape
          {"verb":"post"}                                                           | unknown_shape
          {"id":1,"body":"x"}                                                       | unknown_shape
          {"object":"Poll","action":"create","data":{"id":1}}                       | unknown_object
          {"object":"message","action":"create","data":{"id":1}}                    | unknown_object
          {"object":"Message","action":"update","data":{"id":1}}                    | unknown_action
          {"object":"Message","action":null,"data":{"id":1}}                        | unknown_action
          {"object":"Message","data":{"id":1}}                                      | unknown_action
          {"verb":"delete","actor":{},"id":"x:1"}                                   | unknown_action
          {"object":"Message","action":"create","data":{"created_at":"2018-01-01T00:00:00Z"}}   | missing_id
          {"object":"Message","action":"create","data":{"id":"1","created_at":"2018-01-01T00:00:00Z"}} | missing_id
          {"object":"Message","action":"destroy","data":{},"time":"2018-01-01T00:00:00Z"}       | missing_id
          {"object":"Block","action":"create","data":{"x":"y"},"time":"2018-01-01T00:00:00Z"}   | missing_id
          {"object":"Message","action":"create","data":{"id":1}}                    | missing_date
          {"object":"Message","action":"create","data":{"id":1,"created_at":null}}  | missing_date
          {"object":"Block","action":"create","data":{"id":1}}                      | missing_date
          {"id":1,"user":{},"created_at":"yesterday"}                               | bad_date
          {"id":1,"user":{},"created_at":1514764800}                                | bad_date
          {"id":1,"user":{},"created_at":"2017-12-31T23:59:60Z"}                    | leap_second
          {"id":1,"user":{},"created_at":"2017-12-31T23:59:60.25Z"}                 | leap_second
          {"id":1,"user":{},"created_at":"2018-01-01T08:59:60+09:00"}               | leap_second
          {"verb":"post","actor":{},"id":"x:1","object":{"postedTime":"2017-12-31T23:59:60Z"}} | leap_second
          {"object":"Message","action":"destroy","data":{"id":1},"time":"2017-12-31T23:59:60Z"} | leap_second
          {"id":1,"user":{},"created_at":"2018-01-01T23:59:60Z"}                    | bad_date
          {"id":1,"user":{},"created_at":"2017-12-31T23:59:60"}                     | bad_date
          {"id":1,"user":{},"created_at":"2017-12-31T23:58:60Z"}                    | bad_date
          {"id":1,"user":{},"created_at":"2017-12-24T23:59:59.999999Z"}             | date_out_of_range
          {"id":1,"user":{},"created_at":"2018-01-09T00:00:00Z"}                    | date_out_of_range
          """)
  void whatNoTableTakesIsRejectedWithItsReason(String line, String reason) throws Exception {
    DerivedUnit derived = archive.deriveAndComplete(text(line));
    assertThat(derived.counts()).isEqualTo(new LineCounts(1, 0, 0, 0, 0, 1));
    assertThat(derived.rejected().orElseThrow().reasons()).containsOnlyKeys(reason);
    assertThat(archive.rejected("SELECT source_unit, source_line, reason, line_bytes, decode(raw)"))
        .containsExactly(List.of(UNIT.name(), 1L, reason, (long) line.length(), line));
  }

  @Test
  void theDetailOfALeapSecondSaysThatItIsOne() throws Exception {
    archive.deriveAndComplete(
        text("{\"id\":1,\"user\":{},\"created_at\":\"2017-12-31T23:59:60Z\"}"));

    assertThat(archive.rejected("SELECT detail"))
        .containsExactly(
            List.of(
                "created_at is \"2017-12-31T23:59:60Z\", a leap second, which no timestamp can"
                    + " hold"));
  }

  @Test
  void aRejectSaysWhatWasWrong() throws Exception {
    archive.deriveAndComplete(
        text(
            "{\"object\":\"Poll\",\"action\":\"create\",\"data\":{}}",
            "{\"id\":1,\"user\":{},\"created_at\":\"yesterday\"}",
            "{\"id\":1,\"user\":{},\"created_at\":\"2018-02-01T00:00:00Z\"}",
            "{\"a\":tru}"));
    assertThat(archive.rejected("SELECT detail"))
        .containsExactly(
            List.of("object \"Poll\""),
            List.of("created_at is \"yesterday\""),
            List.of(
                "2018-02-01T00:00:00Z is more than PT168H outside 2018-01-01T00:00:00Z to"
                    + " 2018-01-02T00:00:00Z"),
            List.of("Expected a value at byte 5"));
  }

  @Test
  void aLineAboveTheLimitIsRejectedAndTheNextIsRead() throws Exception {
    DeriveSettings settings =
        new DeriveSettings(Duration.ofDays(7), 1, 200, WriterSettings.defaults());
    String longer = "{\"id\":1,\"body\":\"" + "x".repeat(5_000_000) + "\"}";
    String fitting = bare(2) + " ".repeat(200 - bare(2).length());
    byte[] lines = gzip(text(longer + "\r", fitting, fitting + " ", bare(3)));
    DerivedUnit derived = archive.derive(lines, settings);
    assertThat(derived.counts()).isEqualTo(new LineCounts(4, 0, 0, 2, 0, 2));
    archive.store().complete(derived.rejected().orElseThrow().pending());
    assertThat(archive.rejected("SELECT source_line, reason, line_bytes, decode(raw)"))
        .containsExactly(
            List.of(1L, "line_too_long", (long) longer.length(), longer.substring(0, 200)),
            List.of(3L, "line_too_long", 201L, fitting));
  }

  @Test
  void tooManyRejectedLinesAreNoUnitAndNothingStays() throws Exception {
    DeriveSettings settings =
        new DeriveSettings(Duration.ofDays(7), 0.5, 1 << 20, WriterSettings.defaults());
    byte[] half = text(bare(1), "", "x", "", "");
    assertThat(archive.derive(half, settings).counts().rejectedShare()).isEqualTo(0.5);
    archive.store().abortPending("", key -> true);
    archive.store().delete(KEY);
    byte[] more = text(bare(1), "x", "{\"a\":1}", "y", destroyed(2, "2018-01-01T00:00:00Z"));
    TooManyRejectedException refused =
        catchThrowableOfType(TooManyRejectedException.class, () -> archive.derive(more, settings));
    assertThat(refused)
        .hasMessageContaining("firestream-message-2018-01-01: 3 of 5 lines were rejected")
        .hasMessageContaining("{malformed_json=2, unknown_shape=1}")
        .hasMessageContaining("line 2, malformed_json (Expected a value at byte 0): x");
    assertThat(refused.counts()).isEqualTo(new LineCounts(5, 0, 0, 2, 0, 3));
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void whatIsSaidOfARejectedLineSendsNothingToTheTerminal() throws IOException {
    DeriveSettings settings =
        new DeriveSettings(Duration.ofDays(7), 0.5, 1 << 20, WriterSettings.defaults());
    byte[] hostile = text("no\u001b]0;title\u0007 json\u0000\u009b2J\u202e\u2028 \uD83D\uDE80");

    TooManyRejectedException refused =
        catchThrowableOfType(
            TooManyRejectedException.class, () -> archive.derive(hostile, settings));

    assertThat(refused.getMessage())
        .endsWith(": no\uFFFD]0;title\uFFFD json\uFFFD\uFFFD2J\uFFFD\uFFFD \uD83D\uDE80");
  }
}
