package io.stockpile.connectors.replay.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.Minutes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineGlanceTest {
  private final LineGlance glance = new LineGlance();

  @Test
  void activityStreamsHaveTheirOwnPostedTimeAndNotANestedOne() {
    assertMinute(
        "{\"id\":\"tag:1\",\"actor\":{\"postedTime\":\"2011-02-06T18:45:55.000Z\"},\"object\":"
            + "{\"postedTime\":\"2012-02-06T18:45:55.000Z\"},\"postedTime\":"
            + "\"2013-11-09T06:12:44.000Z\",\"body\":\"\\\"postedTime\\\": {[\"}",
        "2013-11-09T06:12:00Z");
  }

  @Test
  void nativeTweetsHaveCreatedAt() {
    assertMinute(
        "{\"user\":{\"created_at\":\"Sun Feb 06 18:45:55 +0000 2011\"},\"created_at\":"
            + "\"Tue Jul 18 23:25:04 +0000 2017\",\"id\":1}",
        "2017-07-18T23:25:00Z");
    assertMinute(
        "{\"created_at\":\"Tue Jul 18 23:25:04 +0000 2017\",\"timestamp_ms\":\"1500420304000\"}",
        "2017-07-18T23:25:00Z");
  }

  @Test
  void complianceEventsHaveTheirTimeInside() {
    assertMinute(
        "{\"delete\":{\"status\":{\"id\":1},\"timestamp_ms\":\"1432228155593\"}}",
        "2015-05-21T17:09:00Z");
    assertMinute(
        "{\"user_delete\":{\"id\":1,\"timestamp_ms\":1432228155593}}", "2015-05-21T17:09:00Z");
    assertMinute(
        "{\"user_withheld\":{\"timestampMs\":\"2014-08-27T23:49:41.839+00:00\"}}",
        "2014-08-27T23:49:00Z");
    assertMinute(
        "{\"objectType\":\"activity\",\"verb\":\"delete\",\"timestampMs\":"
            + "\"2015-05-20T21:42:18.944+00:00\"}",
        "2015-05-20T21:42:00Z");
  }

  @Test
  void offsetsCount() {
    assertMinute("{\"postedTime\":\"2013-11-09T00:12:44-06:00\"}", "2013-11-09T06:12:00Z");
  }

  @Test
  void timesOfUnknownFormAreNone() {
    for (String line :
        new String[] {
          "{\"postedTime\":\"2013-13-09T06:12:44.000Z\"}",
          "{\"postedTime\":\"2013-11-09\"}",
          "{\"postedTime\":\"2013-11-09T06:12:44\"}",
          "{\"created_at\":\"Tue Jux 18 23:25:04 +0000 2017\"}",
          "{\"a\":1,\"delete\":{\"timestamp_ms\":\"1432228155593\"}}",
          "{\"timestamp_ms\":\"\"}",
          "{\"postedTime\":null}",
          "{\"postedTime",
          "{\"postedTime\":",
          "{\"postedTime\":\"",
          "{\"a\\",
          "nonsense"
        }) {
      assertThat(kind(line)).as(line).isEqualTo(LineGlance.Kind.ACTIVITY);
      assertThat(glance.minute()).as(line).isEqualTo(LineTimes.NONE);
    }
  }

  @Test
  void keepAlivesAreBlank() {
    assertThat(kind("")).isEqualTo(LineGlance.Kind.BLANK);
    assertThat(kind("\r")).isEqualTo(LineGlance.Kind.BLANK);
    assertThat(kind(" \t\r")).isEqualTo(LineGlance.Kind.BLANK);
  }

  @Test
  void objectsWithASoleControlMemberAreControlLines() {
    assertThat(kind("{\"info\":{\"message\":\"x\"}}")).isEqualTo(LineGlance.Kind.CONTROL);
    assertThat(kind("{ \"error\" : {\"message\":\"x\"}}\r")).isEqualTo(LineGlance.Kind.CONTROL);
    assertThat(kind("{\"warn\":1}")).isEqualTo(LineGlance.Kind.CONTROL);
    assertThat(kind("{\"limit\":{\"track\":1,\"timestamp_ms\":\"1464742800000\"}}"))
        .isEqualTo(LineGlance.Kind.CONTROL);
    assertThat(kind("{\"info\":{},\"id\":1}")).isEqualTo(LineGlance.Kind.ACTIVITY);
    assertThat(kind("{\"id\":1,\"info\":{}}")).isEqualTo(LineGlance.Kind.ACTIVITY);
    assertThat(kind("{\"information\":1}")).isEqualTo(LineGlance.Kind.ACTIVITY);
  }

  private void assertMinute(String line, String expected) {
    assertThat(kind(line)).isEqualTo(LineGlance.Kind.ACTIVITY);
    assertThat(Minutes.ofEpochMinute(glance.minute())).isEqualTo(Instant.parse(expected));
  }

  private LineGlance.Kind kind(String line) {
    byte[] bytes = ("xx" + line + "\"").getBytes(StandardCharsets.UTF_8);
    return glance.look(bytes, 2, bytes.length - 1);
  }
}
